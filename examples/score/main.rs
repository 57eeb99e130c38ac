//! Scores what is inferred against what people say of the labelled blogs: `cargo run --example score`
//!
//! The labels are in `../shared/gold`, the sitemaps in `../shared/corpus`; where they are missing there is nothing to score,
//! and that is said. Fails when a figure falls below the floors in `examples/score/floors.tsv`.

#![allow(clippy::print_stdout, reason = "printing is what it is for")]

mod count;
mod floors;
mod labels;
mod table;

use std::process::ExitCode;

fn main() -> ExitCode {
    let shared = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    match table::scores(shared) {
        Ok(scores) => {
            println!("{}", table::print(&scores));
            let fallen = floors::fallen(&scores);
            for line in &fallen {
                println!("{line}");
            }
            if fallen.is_empty() {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            }
        }
        Err(reason) => {
            println!("skipped: {reason}");
            ExitCode::SUCCESS
        }
    }
}
