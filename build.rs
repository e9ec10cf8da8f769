//! Says which folders are part of the program, so that a new file in them is noticed.

fn main() {
    for folder in ["themes/default", "docs/problems"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
