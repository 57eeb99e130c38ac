//! Components: one view a file, and the few pieces they share. Computes nothing that `explore` could, and fetches nothing.
