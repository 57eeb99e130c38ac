//! No figure of what is inferred of the labelled blogs may fall below its floor.
#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

#[path = "../examples/score/count.rs"]
mod count;
#[path = "../examples/score/floors.rs"]
mod floors;
#[path = "../examples/score/labels.rs"]
mod labels;
#[path = "../examples/score/table.rs"]
mod table;

#[test]
fn no_figure_falls_below_its_floor() {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let scores = match table::scores(shared) {
        Ok(scores) => scores,
        Err(reason) => {
            println!("skipped: {reason}");
            return;
        }
    };
    let fallen = floors::fallen(&scores);
    assert!(
        fallen.is_empty(),
        "{}\n{}",
        fallen.join("\n"),
        table::print(&scores)
    );
}
