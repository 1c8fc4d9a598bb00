//! The queue between the thread that reads and the threads that analyze: bounded in bytes, emptied all at once.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// How many bytes of text may wait. A single longer text still passes, alone.
const LIMIT: usize = 4 << 20;

/// What every item costs beside its text, so that a million empty texts are bounded too.
const ITEM: usize = 1 << 10;

/// A first-in, first-out queue for one producer and one consumer.
///
/// The consumer takes all that waits: a fast source gives it full batches, a slow one (`tail -f`) single records
/// without delay.
pub struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    items: VecDeque<T>,
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
        state.items.push_back(item);
        state.bytes += bytes + ITEM;
        self.changed.notify_all();
        true
    }

    /// Takes all items, in order, once there is one; `None` when the queue has ended and is empty.
    pub fn take(&self) -> Option<VecDeque<T>> {
        let mut state = self.lock();
        while state.items.is_empty() && !state.ended {
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.bytes = 0;
        self.changed.notify_all();
        let items = std::mem::take(&mut state.items);
        (!items.is_empty()).then_some(items)
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
        assert_eq!(queue.take(), Some(VecDeque::from(['a', 'b'])));
        assert_eq!(queue.take(), None);
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
            while let Some(items) = queue.take() {
                assert!(items.len() <= 4, "{} items at once", items.len());
                seen.extend(items);
            }
            assert_eq!(seen, (0..100).collect::<Vec<_>>());
        });
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
