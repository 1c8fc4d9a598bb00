//! How sure an attribution is.

use super::label::{Fragment, SURE};
use super::link::Link;
use crate::model::{ModelError, Reader};
use crate::network::activation::sigmoid;

/// What the confidence is worked out from.
pub const SIGNS: usize = 8;

/// The signs of an attribution, each between 0 and 1.
pub type Signs = [f32; SIGNS];

/// Links whose choice leads by this much are sure.
const LEAD: i32 = 400;

/// The signs of an attribution: how far the best labels and links lead before the next best.
pub fn signs(
    contents: &[&Fragment],
    link: Link,
    cue: Option<(&Fragment, Link)>,
    source: Option<&Fragment>,
) -> Signs {
    let least = |margins: &mut dyn Iterator<Item = f32>| margins.fold(SURE, f32::min) / SURE;
    let lead = |link: Link| link.margin.clamp(0, LEAD) as f32 / LEAD as f32;
    let count = contents.len().max(1) as f32;
    [
        1.0,
        least(&mut contents.iter().map(|content| content.margin)),
        contents.iter().map(|content| content.mean_margin).sum::<f32>() / SURE / count,
        lead(link),
        cue.map_or(0.0, |(cue, _)| cue.margin / SURE),
        cue.map_or(0.0, |(_, link)| lead(link)),
        source.map_or(0.0, |source| source.margin / SURE),
        f32::from(u8::from(source.is_none())),
    ]
}

/// A logistic regression over [`Signs`], fitted on development texts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Confidence {
    weights: Signs,
}

impl Confidence {
    /// The regression of these weights.
    pub const fn new(weights: Signs) -> Self {
        Self { weights }
    }

    pub(super) fn read(reader: &mut Reader) -> Result<Self, ModelError> {
        let mut weights = [0.0; SIGNS];
        weights.copy_from_slice(&reader.reals(SIGNS)?);
        Ok(Self { weights })
    }

    /// The share of attributions with these signs that are right, in hundredths.
    pub fn of(&self, signs: &Signs) -> f32 {
        let sum: f32 = self.weights.iter().zip(signs).map(|(weight, sign)| weight * sign).sum();
        (100.0 * sigmoid(sum)).round() / 100.0
    }
}
