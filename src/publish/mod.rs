//! The door out: the only writer of the output folder.
