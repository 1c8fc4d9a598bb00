//! How far the work is, on standard error, for a person who waits.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Work that is done sooner shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar over the bytes of all files, or a count where the input has no known length.
pub struct Progress {
    bar: ProgressBar,
    /// Bytes that the reading thread has read so far.
    read: Arc<AtomicU64>,
    started: Instant,
    wanted: bool,
    documents: u64,
}

impl Progress {
    /// Progress toward `total` bytes. It draws only where `wanted`, and not before a second has passed.
    pub fn new(total: Option<u64>, wanted: bool, read: Arc<AtomicU64>) -> Self {
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        let template = match total {
            Some(_) => "{bar:30} {binary_bytes:>10} of {binary_total_bytes}  {msg}  {eta} left",
            None => "{binary_bytes:>10} read  {msg}  {elapsed}",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        Self { bar, read, started: Instant::now(), wanted, documents: 0 }
    }

    /// Counts `documents` more as done.
    pub fn advance(&mut self, documents: u64) {
        self.documents += documents;
        if !self.wanted {
            return;
        }
        if self.bar.is_hidden() && self.started.elapsed() >= PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.set_message(format!("{} documents", self.documents));
        self.bar.set_position(self.read.load(Ordering::Relaxed));
    }

    /// Writes a line to standard error, above the bar.
    pub fn say(&self, line: &str) {
        // Where standard error is closed there is nobody to tell.
        self.bar.suspend(|| {
            let _ = writeln!(io::stderr().lock(), "{line}");
        });
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
