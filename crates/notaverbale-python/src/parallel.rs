//! Many texts at once, on threads that survive a fork.

use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::error::Error;

/// The most threads that a caller may ask for.
const LIMIT: usize = 1024;

/// Threads to analyze on.
pub struct Workers {
    /// `None` where one thread does: the caller's own.
    pool: Option<Arc<ThreadPool>>,
    count: usize,
}

/// A pool, the process that made it, and its number of threads.
struct Made {
    process: u32,
    count: usize,
    pool: Arc<ThreadPool>,
}

impl Workers {
    /// As many threads as asked for, or as the process may run at once. Call it attached to the interpreter.
    ///
    /// # Errors
    /// [`Error::Threads`] for a number out of range, [`Error::Pool`] where the system gives no thread.
    pub fn new(threads: Option<i64>) -> Result<Self, Error> {
        let count = match threads {
            None => std::thread::available_parallelism().map_or(1, usize::from).min(LIMIT),
            Some(found) => match usize::try_from(found) {
                Ok(count @ 1..=LIMIT) => count,
                _ => return Err(Error::Threads { found, limit: LIMIT }),
            },
        };
        Ok(Self { pool: if count == 1 { None } else { Some(pool(count)?) }, count })
    }

    /// How many threads there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// What `work` makes of each number of `range`, in order. Call it detached from the interpreter.
    pub fn map<T: Send>(&self, range: std::ops::Range<usize>, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
        match &self.pool {
            Some(pool) => pool.install(|| range.into_par_iter().map(&work).collect()),
            None => range.map(work).collect(),
        }
    }
}

/// The pool of this process.
///
/// A forked child inherits the memory of a pool but none of its threads: work given to it would wait for ever. So
/// the pool belongs to a process id, and a child makes its own. The lock is held only while attached to the
/// interpreter, so no fork can come between and leave it locked in the child.
fn pool(count: usize) -> Result<Arc<ThreadPool>, Error> {
    static MADE: Mutex<Option<Made>> = Mutex::new(None);
    let process = std::process::id();
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(made) = &*made
        && made.process == process
        && made.count == count
    {
        return Ok(Arc::clone(&made.pool));
    }
    let pool = Arc::new(ThreadPoolBuilder::new().num_threads(count).build()?);
    let old = made.replace(Made { process, count, pool: Arc::clone(&pool) });
    if let Some(old) = old
        && old.process != process
    {
        // Dropping it would wake threads that the child does not have.
        std::mem::forget(old);
    }
    Ok(pool)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_is_kept() {
        for threads in [1, 2, 3] {
            let workers = Workers::new(Some(threads)).unwrap();
            assert_eq!(workers.map(3..103, |number| number * 2), (3..103).map(|n| n * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn threads_are_counted_from_one() {
        for threads in [0, -1, 1025] {
            assert!(matches!(Workers::new(Some(threads)), Err(Error::Threads { .. })));
        }
        assert!(Workers::new(None).unwrap().count() >= 1);
    }
}
