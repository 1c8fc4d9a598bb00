//! The queue between the thread that reads and the threads that analyze: bounded in bytes.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many bytes of text may wait. A single longer text still passes, alone.
const LIMIT: usize = 4 << 20;

/// What every item costs beside its text, so that a million empty texts are bounded too.
const ITEM: usize = 1 << 10;

/// A first-in, first-out queue for one producer and one consumer.
///
/// The consumer takes what waits, up to a size: a fast source gives it full batches, a slow one (`tail -f`) single
/// records without delay.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    /// Each with what it costs.
    items: VecDeque<(T, usize)>,
    /// What all of them cost.
    bytes: usize,
    ended: bool,
}

impl<T> Queue<T> {
    pub fn new() -> Self {
        let state = State { items: VecDeque::new(), bytes: 0, ended: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }

    /// Adds an item of about `bytes`, once there is room. Returns whether anybody still wants items.
    pub fn push(&self, item: T, bytes: usize) -> bool {
        let mut state = self.lock();
        while state.bytes >= LIMIT && !state.ended {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        if state.ended {
            return false;
        }
        let cost = bytes + ITEM;
        state.items.push_back((item, cost));
        state.bytes += cost;
        self.changed.notify_all();
        true
    }

    /// Takes items, in order, once there is one: the first, and those behind it that wait by now and bring the whole to
    /// `most` bytes at most. None when the queue has ended and is empty.
    pub fn take(&self, most: usize) -> Vec<T> {
        let mut state = self.lock();
        while state.items.is_empty() && !state.ended {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        let mut taken = Vec::new();
        let mut bytes = 0;
        while let Some((_, cost)) = state.items.front()
            && (taken.is_empty() || bytes + cost <= most)
        {
            bytes += cost;
            taken.extend(state.items.pop_front().map(|(item, _)| item));
        }
        state.bytes -= bytes;
        self.changed.notify_all();
        taken
    }

    /// Says that no more items come, or that none are wanted.
    pub fn end(&self) {
        self.lock().ended = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_come_in_order_and_then_none() {
        let queue = Queue::new();
        assert!(queue.push('a', 0) && queue.push('b', 0));
        queue.end();
        assert_eq!(queue.take(LIMIT), ['a', 'b']);
        assert_eq!(queue.take(LIMIT), []);
        assert!(!queue.push('c', 0));
    }

    #[test]
    fn a_full_queue_waits_for_its_consumer() {
        let queue = Queue::new();
        std::thread::scope(|scope| {
            scope.spawn(|| {
                for number in 0..100 {
                    queue.push(number, LIMIT / 4);
                }
                queue.end();
            });
            let mut seen = Vec::new();
            loop {
                let items = queue.take(LIMIT);
                assert!(items.len() <= 4, "{} items at once", items.len());
                if items.is_empty() {
                    break;
                }
                seen.extend(items);
            }
            assert_eq!(seen, (0..100).collect::<Vec<_>>());
        });
    }

    #[test]
    fn no_more_is_taken_than_was_asked_for_but_always_one() {
        let queue = Queue::new();
        for bytes in [5_000, 100, 100, 5_000] {
            queue.push(bytes, bytes);
        }
        queue.end();
        assert_eq!(queue.take(4_096), [5_000]);
        assert_eq!(queue.take(4_096), [100, 100]);
        assert_eq!(queue.take(4_096), [5_000]);
    }

    #[test]
    fn a_producer_stops_when_nobody_wants_more() {
        let queue = Queue::new();
        queue.push(0, LIMIT);
        std::thread::scope(|scope| {
            let producer = scope.spawn(|| queue.push(1, 0));
            queue.end();
            assert!(matches!(producer.join(), Ok(false)));
        });
    }
}
