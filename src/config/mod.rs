//! `site.yaml` → checked `Config`.
