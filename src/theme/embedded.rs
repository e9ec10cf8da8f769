//! The default theme as it is part of the program.

use crate::base::SourcePath;
use crate::vfs::Memory;

include!(concat!(env!("OUT_DIR"), "/default_theme.rs"));

/// The files of the default theme, below `themes/default/`.
pub fn embedded() -> Memory {
    let mut memory = Memory::default();
    for (path, bytes) in FILES {
        if let Some(path) = SourcePath::new(path) {
            memory.insert(path, *bytes);
        }
    }
    memory
}
