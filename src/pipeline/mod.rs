//! Runs the stations.
