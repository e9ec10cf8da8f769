//! Opens the reader's browser, when that is asked for.

use std::process::{Command, Stdio};
use std::thread;

/// Asks the system to open an address. Where that fails, nothing happens: the address is on
/// the terminal.
pub(super) fn open(url: &str) {
    let program = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let mut command = Command::new(program);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Ok(mut child) = command.spawn() {
        // Waited for, so that no dead process stays in the list.
        thread::spawn(move || child.wait());
    }
}
