//! The site as a value.

use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use crate::base::{OutPath, Span};
use crate::diag::problem::Output as Problem;
use crate::diag::{Diag, Fatal, Noted, Place, Related};
use crate::vfs::Files;

use super::claims::{Claim, Claims, Clash};
use super::{Artifact, Content, Facts, Hash};

/// All finished files by path, each with its facts.
#[derive(Debug, Clone, Default)]
pub struct Output {
    /// Sorted by path.
    files: Vec<(OutPath, File)>,
    places: Arc<Places>,
    claims: Arc<Claims>,
    left_out: Vec<OutPath>,
    /// The bytes of its manifest, with their fingerprint, once somebody asked.
    pub(super) manifest: OnceLock<(Vec<u8>, Hash)>,
}

/// Where the file at a path stands. It is only looked up, for every link of every page.
#[expect(clippy::disallowed_types, reason = "no order of it is seen")]
type Places = std::collections::HashMap<OutPath, usize>;

/// A finished file with its facts.
#[derive(Debug, Clone)]
pub struct File {
    /// What it holds.
    pub content: Content,
    /// The place in the sources that claims its path.
    pub claimed_by: Option<Span>,
    /// What is known about it.
    pub facts: Facts,
}

/// What is needed to find out the facts of finished files.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// Where copies come from.
    pub files: &'a dyn Files,
    /// The output of an earlier build, whose facts hold where the bytes are the same.
    pub earlier: Option<&'a Output>,
}

impl std::fmt::Debug for Reading<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reading")
            .field("earlier", &self.earlier.is_some())
            .finish_non_exhaustive()
    }
}

impl Output {
    /// Brings finished files together. A file whose path is taken is left out and reported at
    /// both claimants, as is a copy whose source is gone.
    pub fn collect(
        artifacts: Vec<Artifact>,
        reading: Reading<'_>,
    ) -> Result<Noted<Self>, Fatal> {
        let (mut output, mut diags) = (Self::default(), Vec::new());
        let mut sorted: Vec<(usize, Artifact)> = artifacts.into_iter().enumerate().collect();
        sorted.par_sort_by(|(_, a), (_, b)| a.path.cmp(&b.path));
        let earlier = reading.earlier.filter(|own| own.is_of(&sorted));
        if earlier.is_none() {
            // Of two that claim one path, the first gets it.
            sorted.sort_unstable_by_key(|(at, _)| *at);
        }
        let artifacts: Vec<Artifact> = sorted.into_iter().map(|(_, own)| own).collect();
        let kept = match earlier {
            Some(earlier) => {
                output.claims = Arc::clone(&earlier.claims);
                artifacts
            }
            None => output.claimed(artifacts, &mut diags),
        };
        let facts: Vec<_> =
            kept.par_iter().map(|artifact| facts_of(artifact, reading)).collect();
        let mut files = Vec::with_capacity(kept.len());
        for (artifact, facts) in kept.into_iter().zip(facts) {
            let Artifact { path, content, claimed_by } = artifact;
            match facts? {
                Some(facts) => files.push((path, File { content, claimed_by, facts })),
                None => {
                    diags.push(source_gone(&path, &content, claimed_by));
                    output.left_out.push(path);
                }
            }
        }
        output.places = match earlier.filter(|own| own.files.len() == files.len()) {
            Some(earlier) => Arc::clone(&earlier.places),
            None => placed(&mut files),
        };
        output.files = files;
        Ok(Noted::new(output, diags))
    }

    /// Those that get the place they claim.
    fn claimed(&mut self, artifacts: Vec<Artifact>, diags: &mut Vec<Diag>) -> Vec<Artifact> {
        let claims = Arc::make_mut(&mut self.claims);
        let mut kept = Vec::with_capacity(artifacts.len());
        for artifact in artifacts {
            let claim = Claim::of(&artifact);
            match claims.claim(&claim) {
                Ok(()) => kept.push(artifact),
                Err(clash) => {
                    diags.push(refusal(&claim, clash));
                    self.left_out.push(artifact.path);
                }
            }
        }
        kept
    }

    /// Whether it holds files at the very places that these claim, sorted, and no others: then
    /// each of them gets its own.
    fn is_of(&self, artifacts: &[(usize, Artifact)]) -> bool {
        let mut pairs = artifacts.iter().zip(&self.files);
        artifacts.len() == self.files.len()
            && pairs.all(|((_, own), (path, file))| {
                own.path == *path && own.claimed_by == file.claimed_by
            })
    }

    /// The paths of files that were left out, each of which was told.
    pub fn left_out(&self) -> &[OutPath] {
        &self.left_out
    }

    /// The file at a path.
    pub fn get(&self, path: &str) -> Option<(&OutPath, &File)> {
        self.files.get(*self.places.get(path)?).map(|(path, file)| (path, file))
    }

    /// Every file, sorted by path.
    pub fn files(&self) -> impl ExactSizeIterator<Item = (&OutPath, &File)> {
        self.files.iter().map(|(path, file)| (path, file))
    }

    /// Whether both have the same files with the same bytes.
    pub fn same_bytes(&self, other: &Self) -> bool {
        let fingerprints = |output: &'_ Self| -> Vec<_> {
            output.files.iter().map(|(path, file)| (path.clone(), file.facts.hash)).collect()
        };
        self.files.len() == other.files.len() && fingerprints(self) == fingerprints(other)
    }
}

/// Sorts files and says where each stands.
fn placed(files: &mut [(OutPath, File)]) -> Arc<Places> {
    files.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
    let place = |(at, (path, _)): (usize, &(OutPath, File))| (path.clone(), at);
    Arc::new(files.iter().enumerate().map(place).collect())
}

/// The facts of a file; `None` when its source is gone.
fn facts_of(artifact: &Artifact, reading: Reading<'_>) -> Result<Option<Facts>, Fatal> {
    let known = reading
        .earlier
        .and_then(|earlier| earlier.get(artifact.path.as_str()))
        .map(|(_, file)| &file.facts);
    let bytes = match &artifact.content {
        Content::Bytes(bytes) => Some(Arc::clone(bytes)),
        Content::Squeezed(own) => own.bytes(),
        Content::Copy(_, Some(facts)) => return Ok(Some(facts.clone())),
        Content::Copy(source, None) => reading.files.read(source)?,
        Content::Kept(kept) => return Ok(Some(kept.facts.clone())),
        Content::Later(_) => Some(Arc::from([])),
    };
    Ok(bytes.map(|bytes| Facts::of(&artifact.path, &bytes, known)))
}

fn refusal(claim: &Claim, clash: Clash) -> Diag {
    let path = claim.path.to_string();
    let (problem, other) = match clash {
        Clash::With(other) if other.path == claim.path => {
            (Problem::SamePath { path }, Some(other))
        }
        Clash::With(other) => {
            (Problem::AlikePath { path, other: other.path.to_string() }, Some(other))
        }
        Clash::FolderOf(other) => {
            (Problem::FileIsFolder { path, below: other.path.to_string() }, Some(other))
        }
        Clash::Below(other) => {
            (Problem::FileIsFolder { path: other.path.to_string(), below: path }, Some(other))
        }
        Clash::Reserved => (Problem::ReservedPath { path }, None),
        Clash::Unportable => (Problem::UnportablePath { path }, None),
    };
    // At the one that somebody wrote; the other may be a file that the build makes itself.
    let (first, second) = match other {
        Some(other) if claim.by.is_none() && other.by.is_some() => (other, Some(claim.clone())),
        other => (claim.clone(), other),
    };
    let place = |claim: Claim| claim.by.unwrap_or(Place::Output(claim.path));
    let mut diag = Diag::new(place(first), problem);
    diag.related.extend(second.map(|own| Related { place: place(own) }));
    diag
}

fn source_gone(path: &OutPath, content: &Content, by: Option<Span>) -> Diag {
    let problem = Problem::SourceGone { path: path.to_string() };
    match (by, content) {
        (None, Content::Copy(source, _)) => Diag::of_file(source.clone(), problem),
        (Some(span), _) => Diag::at(span, problem),
        (None, _) => Diag::new(Place::Output(path.clone()), problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{FileId, SourcePath};
    use crate::vfs::Memory;

    fn artifact(path: &str, text: &str) -> Artifact {
        let content = Content::Bytes(text.as_bytes().into());
        Artifact { path: OutPath::new(path).unwrap(), content, claimed_by: None }
    }

    fn claimed(path: &str, line: usize) -> Artifact {
        let span = Span::new(FileId(0), line, line + 1);
        Artifact { claimed_by: Some(span), ..artifact(path, "x") }
    }

    #[test]
    fn two_claims_on_one_path_are_shown_at_both_places() {
        let files = Memory::default();
        let reading = Reading { files: &files, earlier: None };
        let two = vec![claimed("a/index.html", 3), claimed("A/index.html", 9)];
        let noted = Output::collect(two, reading).unwrap();
        let paths: Vec<_> = noted.value.files().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["a/index.html"]);
        let problem =
            Problem::AlikePath { path: "A/index.html".into(), other: "a/index.html".into() };
        let expected =
            Diag::at(Span::new(FileId(0), 9, 10), problem).related(Span::new(FileId(0), 3, 4));
        assert_eq!(noted.diags, [expected]);
    }

    #[test]
    fn copies_have_the_facts_of_their_source() {
        let mut files = Memory::default();
        let there = SourcePath::new("content/a.svg").unwrap();
        files.insert(there.clone(), *b"<svg id=x></svg>");
        let gone = SourcePath::new("content/b.svg").unwrap();
        let copy = |path: &str, source: &SourcePath| Artifact {
            content: Content::Copy(source.clone(), None),
            ..artifact(path, "")
        };
        let reading = Reading { files: &files, earlier: None };
        let noted = Output::collect(vec![copy("a.svg", &there), copy("b.svg", &gone)], reading)
            .unwrap();
        let (_, file) = noted.value.get("a.svg").unwrap();
        assert_eq!(file.facts.bytes, 16);
        assert!(file.facts.markup.as_ref().unwrap().ids.contains("x"));
        let problem = Problem::SourceGone { path: "b.svg".into() };
        assert_eq!(noted.diags, [Diag::of_file(gone, problem)]);
    }

    #[test]
    fn facts_of_the_same_bytes_are_not_found_out_again() {
        let files = Memory::default();
        let reading = Reading { files: &files, earlier: None };
        let page = || vec![artifact("index.html", "<h1>Dag</h1>")];
        let first = Output::collect(page(), reading).unwrap().value;
        let again = Reading { earlier: Some(&first), ..reading };
        let second = Output::collect(page(), again).unwrap().value;
        let markup =
            |output: &Output| output.get("index.html").unwrap().1.facts.markup.clone().unwrap();
        assert!(Arc::ptr_eq(&markup(&first), &markup(&second)));
        assert!(first.same_bytes(&second));
        let other = Output::collect(vec![artifact("index.html", "")], reading).unwrap().value;
        assert!(!first.same_bytes(&other));
    }
}
