//! The floors below which no figure may fall.

use crate::count::Score;
use crate::table::COLUMNS;

/// Tab-separated: blog, then a floor for each column; `-` for none.
const FLOORS: &str = include_str!("floors.tsv");

/// A sentence for every figure that fell below its floor, for every false day, and for every blog without floors.
pub fn fallen(scores: &[Score]) -> Vec<String> {
    let mut out = Vec::new();
    for score in scores {
        let blog = &score.blog;
        if score.false_days > 0 {
            out.push(format!(
                "{blog}: {} days are claimed and wrong",
                score.false_days
            ));
        }
        let Some(floors) = FLOORS.lines().find_map(|line| {
            let (name, floors) = line.split_once('\t')?;
            (name == blog).then_some(floors)
        }) else {
            out.push(format!("{blog}: has no floors in floors.tsv"));
            continue;
        };
        for ((heading, figure), floor) in COLUMNS.iter().zip(floors.split('\t')) {
            let Ok(floor) = floor.parse::<f64>() else {
                continue;
            };
            // A figure is shown, and its floor written down, with four digits.
            if figure(score).is_none_or(|figure| figure + 0.000_05 < floor) {
                out.push(format!("{blog}: {heading} fell below {floor}"));
            }
        }
    }
    out
}
