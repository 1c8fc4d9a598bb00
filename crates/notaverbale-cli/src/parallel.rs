//! The threads: one reads, a pool works, and results come back in the order of their records.

use std::sync::Arc;
use std::thread;

use rayon::ThreadPool;
use rayon::prelude::*;

use crate::error::Error;
use crate::input::Record;
use crate::queue::Queue;

/// How many bytes of text each thread gets between two writes: enough to be shared out evenly, and analyzed in about a
/// quarter of a second.
const SHARE: usize = 256 << 10;

/// What one record gave: a result, or why there is none.
pub type Outcome<T> = Result<T, Error>;

/// A pool of `count` threads, or of as many as the machine has.
pub fn pool(count: Option<u16>) -> Result<ThreadPool, Error> {
    let count = count.map_or(0, usize::from);
    rayon::ThreadPoolBuilder::new()
        .num_threads(count)
        .thread_name(|index| format!("notaverbale-{index}"))
        .build()
        .map_err(|error| Error::Threads { count, reason: error.to_string() })
}

/// Reads records by `read`, on a thread of its own, turns each into a result by `work`, on `pool`, and hands the
/// results to `finish` in the records' order, some at a time.
///
/// `read` gets a function that takes an outcome and returns whether more are wanted. An error of `finish` ends all;
/// the reading thread is then left to itself, for it may wait for a standard input that never ends.
pub fn each<T: Send>(
    read: impl FnOnce(&mut dyn FnMut(Outcome<Record>) -> bool) + Send + 'static,
    pool: &ThreadPool,
    work: impl Fn(Record) -> Outcome<T> + Sync,
    mut finish: impl FnMut(Vec<Outcome<T>>) -> Result<(), Error>,
) -> Result<(), Error> {
    let queue = Arc::new(Queue::new());
    let end = EndOnDrop(Arc::clone(&queue));
    thread::Builder::new()
        .name("notaverbale-read".into())
        .spawn(move || {
            read(&mut |outcome| {
                let bytes = outcome.as_ref().map_or(0, |record| record.text.len());
                end.0.push(outcome, bytes)
            });
        })
        .map_err(|error| Error::Threads { count: 1, reason: error.to_string() })?;
    let _end = EndOnDrop(Arc::clone(&queue));
    loop {
        let batch = queue.take(SHARE * pool.current_num_threads());
        if batch.is_empty() {
            return Ok(());
        }
        let results = pool.install(|| {
            batch.into_par_iter().with_max_len(1).map(|outcome| outcome.and_then(&work)).collect()
        });
        finish(results)?;
    }
}

/// Ends the queue when its thread is done, by whatever way.
struct EndOnDrop(Arc<Queue<Outcome<Record>>>);

impl Drop for EndOnDrop {
    fn drop(&mut self) {
        self.0.end();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize) -> impl FnOnce(&mut dyn FnMut(Outcome<Record>) -> bool) + Send + 'static {
        move |push| {
            for number in 0..count {
                let record = Record { id: number.to_string(), ..Record::default() };
                if !push(Ok(record)) {
                    return;
                }
            }
        }
    }

    #[test]
    fn results_keep_the_order_of_their_records() {
        let pool = pool(Some(4)).unwrap();
        let mut seen = Vec::new();
        let finish = |batch: Vec<Outcome<String>>| {
            seen.extend(batch.into_iter().map(Result::unwrap));
            Ok(())
        };
        each(numbers(5000), &pool, |record| Ok(record.id), finish).unwrap();
        assert_eq!(seen, (0..5000).map(|number| number.to_string()).collect::<Vec<_>>());
    }

    #[test]
    fn a_reader_that_never_ends_does_not_hold_up_an_error() {
        let pool = pool(Some(2)).unwrap();
        let broken = |_| Err(Error::SameFile { file: "x".into() });
        assert!(each(numbers(usize::MAX), &pool, |record| Ok(record.id), broken).is_err());
    }
}
