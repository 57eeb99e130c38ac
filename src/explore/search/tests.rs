//! Searches of small corpora of which a person knows the answer.

use crate::explore::ViewState;
use crate::explore::sample::Sample;

/// The titles that a query finds, best first.
#[track_caller]
fn finds(sample: &Sample, query: &str, expected: &[&str]) {
    let index = sample.clone().index();
    let state = ViewState {
        q: query.to_owned(),
        ..ViewState::default()
    };
    let outlook = index.outlook(&state);
    let title = |post: &_| index.blog().page(*post).title.as_str();
    let titles: Vec<&str> = outlook.posts.iter().map(title).collect();
    assert_eq!(titles, expected, "{query:?}");
}

/// Posts of these titles, newest first.
fn titles(titles: &[&str]) -> Sample {
    let mut sample = Sample::new();
    for (title, day) in titles.iter().zip((1..=28).rev()) {
        sample = sample.post(&format!("2023-02-{day:02}"), title);
    }
    sample
}

#[test]
fn a_title_comes_before_a_series_a_topic_and_a_caption() {
    let sample = Sample::new()
        .post("2023-05-05", "By caption")
        .pictures(&["A broker"])
        .post("2023-05-04", "By topic")
        .topic("Broker")
        .post("2023-05-03", "By series")
        .post("2023-05-02", "By title: broker")
        .series("Broker", &["By series"]);
    let expected = ["By title: broker", "By series", "By topic", "By caption"];
    finds(&sample, "broker ", &expected);
}

#[test]
fn a_letter_finds_titles_before_captions() {
    let sample = Sample::new()
        .post("2023-05-05", "Partitions")
        .pictures(&["k nodes"])
        .post("2023-05-04", "Kafka");
    finds(&sample, "k", &["Kafka", "Partitions"]);
}

#[test]
fn parts_of_a_series_that_answers_by_its_name_come_in_reading_order() {
    let parts = [
        "Brokers 1: a beginning of it all",
        "Brokers 2",
        "Brokers 3: more",
    ];
    let sample = titles(&["Brokers", parts[2], parts[0], parts[1]]).series("Brokers", &parts);
    finds(
        &sample,
        "brokers",
        &["Brokers", parts[0], parts[1], parts[2]],
    );
}

#[test]
fn many_captions_do_not_bury_a_title() {
    let captions: Vec<String> = (0..40).map(|number| format!("broker {number}")).collect();
    let captions: Vec<&str> = captions.iter().map(String::as_str).collect();
    let sample = Sample::new()
        .post("2023-05-05", "Pictures")
        .pictures(&captions)
        .post(
            "2023-05-04",
            "A long title about this and that and then the broker",
        );
    finds(
        &sample,
        "broker ",
        &[
            "A long title about this and that and then the broker",
            "Pictures",
        ],
    );
}

#[test]
fn the_whole_title_comes_before_one_that_begins_so_and_one_that_has_it() {
    let sample = titles(&["More on raft", "Raft consensus explained", "Raft"]);
    finds(
        &sample,
        "raft ",
        &["Raft", "Raft consensus explained", "More on raft"],
    );
}

#[test]
fn words_in_their_order_come_before_words_in_another() {
    let sample = titles(&["Queues of messages and log", "Message queues in a log"]);
    finds(
        &sample,
        "message queues ",
        &["Message queues in a log", "Queues of messages and log"],
    );
}

#[test]
fn a_rare_word_counts_for_more_than_a_common_one() {
    let sample = Sample::new()
        .post("2023-05-06", "Kafka one")
        .pictures(&["paxos"])
        .post("2023-05-05", "Paxos one")
        .pictures(&["kafka"])
        .post("2023-05-04", "Kafka two")
        .post("2023-05-03", "Kafka three")
        .post("2023-05-02", "Kafka four");
    finds(&sample, "kafka paxos ", &["Paxos one", "Kafka one"]);
}

#[test]
fn of_equals_the_newest_comes_first() {
    let sample = titles(&["Kafka today", "Kafka yesterday", "Kafka before"]);
    finds(
        &sample,
        "kafka ",
        &["Kafka today", "Kafka yesterday", "Kafka before"],
    );
}

#[test]
fn a_word_comes_before_those_that_begin_with_it() {
    let sample = titles(&["Logging", "Logs", "The log", "Catalog"]);
    finds(&sample, "log", &["The log", "Logs", "Logging"]);
    finds(&sample, "log ", &["Logs", "The log"]);
}

#[test]
fn all_words_must_be_found_wherever_they_are() {
    let sample = Sample::new()
        .post("2023-05-05", "Kafka transactions")
        .pictures(&["The coordinator"])
        .post("2023-05-04", "Kafka storage");
    finds(&sample, "kafka coordinator", &["Kafka transactions"]);
    finds(&sample, "storage coordinator", &[]);
}

#[test]
fn a_typing_error_is_forgiven_only_where_the_word_is_unknown() {
    let sample = titles(&["Kafka streams", "Kafko the clown", "Replication"]);
    finds(&sample, "kafka ", &["Kafka streams"]);
    finds(&sample, "kafak ", &["Kafka streams"]);
    finds(&sample, "replciation", &["Replication"]);
    finds(&sample, "replicashion ", &["Replication"]);
    finds(&sample, "repilca", &["Replication"]);
    finds(&sample, "xyz", &[]);
}

#[test]
fn names_with_signs_and_digits_are_found() {
    let all = [
        "TLA+ specs",
        "C# for you",
        "C++ and C",
        ".NET 8",
        "S3 costs",
        "k8s on k3s",
        "AT&T",
    ];
    let sample = titles(&all);
    for (query, expected) in [
        ("tla+", "TLA+ specs"),
        ("TLA ", "TLA+ specs"),
        ("c#", "C# for you"),
        ("c++ ", "C++ and C"),
        (".net", ".NET 8"),
        ("net 8", ".NET 8"),
        ("s3", "S3 costs"),
        ("k8s", "k8s on k3s"),
        ("at&t", "AT&T"),
    ] {
        finds(&sample, query, &[expected]);
    }
    finds(&sample, "c ", &["C++ and C"]);
}

#[test]
fn names_are_found_however_their_parts_are_joined() {
    let sample = titles(&["Node.js streams", "NodeJS at scale", "End-to-end tests"]);
    finds(&sample, "node.js ", &["Node.js streams", "NodeJS at scale"]);
    finds(&sample, "nodejs ", &["NodeJS at scale", "Node.js streams"]);
    finds(&sample, "end to end ", &["End-to-end tests"]);
    finds(&sample, "end-to-end ", &["End-to-end tests"]);
    finds(&sample, "streams-node ", &["Node.js streams"]);
}

#[test]
fn accents_case_and_width_do_not_matter() {
    let sample = titles(&["Über die Straße", "Crème brûlée", "ＫＡＦＫＡ"]);
    finds(&sample, "uber strasse", &["Über die Straße"]);
    finds(&sample, "CREME brulee", &["Crème brûlée"]);
    finds(&sample, "crème", &["Crème brûlée"]);
    finds(&sample, "kafka", &["ＫＡＦＫＡ"]);
}

#[test]
fn texts_without_spaces_are_found_by_any_part_of_them() {
    let sample = titles(&["全文検索エンジン入門", "検索の歴史", "文字列"]);
    finds(&sample, "検索", &["検索の歴史", "全文検索エンジン入門"]);
    finds(&sample, "エンジン入門 ", &["全文検索エンジン入門"]);
    finds(&sample, "検全", &[]);
    finds(&sample, "門", &["全文検索エンジン入門"]);
    finds(&sample, "\"索エ\"", &["全文検索エンジン入門"]);
}

#[test]
fn a_phrase_is_found_as_it_stands() {
    let sample = titles(&[
        "The log compaction problem",
        "Compaction of the log",
        "Log compactions",
    ]);
    finds(
        &sample,
        "\"log compaction\"",
        &["The log compaction problem"],
    );
    finds(
        &sample,
        "\"log compaction",
        &["Log compactions", "The log compaction problem"],
    );
    finds(&sample, "\"compactoin\"", &[]);
}

#[test]
fn no_phrase_runs_from_one_text_into_the_next() {
    let sample = Sample::new()
        .post("2023-05-05", "Log")
        .pictures(&["end of one", "start of another"]);
    finds(&sample, "\"one start\"", &[]);
    finds(&sample, "\"end of one\"", &["Log"]);
}

#[test]
fn what_must_not_be_found_is_not() {
    let sample = Sample::new()
        .post("2023-05-05", "Kafka and RabbitMQ")
        .post("2023-05-04", "Kafka alone")
        .post("2023-05-03", "Kafka pictured")
        .pictures(&["RabbitMQ in a corner"]);
    finds(&sample, "kafka -rabbitmq", &["Kafka alone"]);
    finds(
        &sample,
        "kafka -\"and rabbitmq\"",
        &["Kafka alone", "Kafka pictured"],
    );
    finds(
        &sample,
        "kafka -rabbit",
        &["Kafka alone", "Kafka pictured", "Kafka and RabbitMQ"],
    );
}

#[test]
fn plurals_and_singulars_find_each_other() {
    let sample = titles(&["Quorum queues", "The queue"]);
    finds(&sample, "queue ", &["The queue", "Quorum queues"]);
    finds(&sample, "queues ", &["Quorum queues", "The queue"]);
}

#[test]
fn a_query_that_makes_no_sense_is_read_as_words() {
    let sample = titles(&["What: a title", "Another"]);
    finds(&sample, "what: title", &["What: a title"]);
    finds(&sample, "\"\" : - what", &["What: a title"]);
    finds(&sample, "what \"", &["What: a title"]);
    finds(&sample, "   ", &["What: a title", "Another"]);
    finds(&sample, "?!", &["What: a title", "Another"]);
}

#[test]
fn more_words_than_fit_are_left_out() {
    let sample = titles(&["a a a", "b"]);
    finds(&sample, &"a ".repeat(100), &["a a a"]);
    let long = format!("{}b", "a ".repeat(32));
    finds(&sample, &long, &["a a a"]);
}
