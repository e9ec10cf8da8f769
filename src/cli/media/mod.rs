//! `media`: the register of media, and what a consent that is withdrawn takes along.

mod register;
mod withdraw;

use super::args::{MediaAction, MediaArgs};
use super::build::options;
use super::run::{Call, Exit};
use crate::diag::Fatal;
use crate::pipeline::{Pictures, Purpose, Rebuild};
use crate::vfs::Disk;

pub(super) use register::Form;

/// Prints the register, or what has to be done when a consent is withdrawn.
pub(super) fn run(args: &MediaArgs, call: &mut Call<'_, '_>) -> Result<Exit, Fatal> {
    let env = call.env(args.site.date)?;
    let mut options = options(Purpose::Check, &args.site, call);
    let files = Disk::open(&options.root)?;
    let language = call.style.language;
    // The names of pictures are known without making them.
    options.pictures = Pictures::Skip;
    if let Some(MediaAction::Withdraw { reference }) = &args.action {
        let made = Rebuild::new(options.clone(), env.clone()).site(&files)?;
        let subject = withdraw::subject(&made.catalog, reference)?;
        options.without_consent = Some(reference.clone());
        let without = Rebuild::new(options, env).site(&files)?;
        let text = withdraw::text(
            &withdraw::Recall { made: &made, without: &without, subject },
            language,
        );
        call.report().give(&text);
        return Ok(Exit::Done);
    }
    let made = Rebuild::new(options, env).site(&files)?;
    call.report().give(&register::text(&made.catalog, args.form, language));
    Ok(Exit::Done)
}
