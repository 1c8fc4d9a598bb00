//! Products of small whole numbers, many at a time.

/// Columns that are worked on together; matrices are padded to a multiple.
pub const PANEL: usize = 16;

/// Two rows of weights of a panel, column by column: those of an even input and of the odd one behind it. They fill a line
/// of the cache, so that none is fetched for a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(align(64))]
pub struct Pairs(pub [i16; 2 * PANEL]);

/// A way to work on the columns of a panel at once. Whole numbers are exact: every way gives the same sums.
///
/// Every method is inlined, and calls the processor's instructions by name and in no closure of another function: elsewhere
/// they are calls, many times slower.
pub trait Lanes: Copy {
    /// The sums of the columns so far.
    type Sums: Copy;

    /// Whether the processor has room for the sums of several panels and rows at once.
    const ROOMY: bool;

    /// Sums of nothing.
    fn zero(self) -> Self::Sums;

    /// Adds to the sum of each column its two weights times the two `inputs`.
    fn add(self, sums: Self::Sums, weights: &Pairs, inputs: [i16; 2]) -> Self::Sums;

    /// The sum of each column, in its steps, and its bias.
    fn result(self, sums: Self::Sums, steps: &[f32; PANEL], bias: &[f32; PANEL]) -> [f32; PANEL];

    /// The sum of the products of two rows, as eight sums that are added at the end.
    fn product(self, left: &[f32], right: &[f32]) -> f32;
}

/// Eight sums as one, in the order that every way keeps.
#[inline(always)]
fn total([a, b, c, d, e, f, g, h]: [f32; 8]) -> f32 {
    ((a + e) + (c + g)) + ((b + f) + (d + h))
}

/// What every processor can do.
#[derive(Clone, Copy, Debug)]
pub struct Portable;

impl Lanes for Portable {
    type Sums = [i32; PANEL];

    const ROOMY: bool = false;

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [0; PANEL]
    }

    #[inline(always)]
    fn add(self, mut sums: Self::Sums, weights: &Pairs, [even, odd]: [i16; 2]) -> Self::Sums {
        for (sum, pair) in sums.iter_mut().zip(weights.0.chunks_exact(2)) {
            *sum += i32::from(pair[0]) * i32::from(even) + i32::from(pair[1]) * i32::from(odd);
        }
        sums
    }

    #[inline(always)]
    fn result(self, sums: Self::Sums, steps: &[f32; PANEL], bias: &[f32; PANEL]) -> [f32; PANEL] {
        let mut results = *bias;
        for ((result, sum), step) in results.iter_mut().zip(sums).zip(steps) {
            *result += sum as f32 * step;
        }
        results
    }

    #[inline(always)]
    fn product(self, left: &[f32], right: &[f32]) -> f32 {
        let mut sums = [0.0; 8];
        for (left, right) in left.as_chunks::<8>().0.iter().zip(right.as_chunks::<8>().0) {
            for (sum, (left, right)) in sums.iter_mut().zip(left.iter().zip(right)) {
                *sum += left * right;
            }
        }
        total(sums)
    }
}

#[cfg(target_arch = "x86_64")]
impl Lanes for pulp::x86::V3 {
    type Sums = [std::arch::x86_64::__m256i; 2];

    const ROOMY: bool = false;

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        [self.avx._mm256_setzero_si256(); 2]
    }

    #[inline(always)]
    fn add(self, sums: Self::Sums, weights: &Pairs, inputs: [i16; 2]) -> Self::Sums {
        let inputs = self.avx._mm256_set1_epi32(pulp::cast(inputs));
        let weights: Self::Sums = pulp::cast(weights.0);
        [
            self.avx2._mm256_add_epi32(sums[0], self.avx2._mm256_madd_epi16(weights[0], inputs)),
            self.avx2._mm256_add_epi32(sums[1], self.avx2._mm256_madd_epi16(weights[1], inputs)),
        ]
    }

    #[inline(always)]
    fn result(self, sums: Self::Sums, steps: &[f32; PANEL], bias: &[f32; PANEL]) -> [f32; PANEL] {
        type Halves = [std::arch::x86_64::__m256; 2];
        let (steps, bias): (Halves, Halves) = (pulp::cast(*steps), pulp::cast(*bias));
        let sums = [self.avx._mm256_cvtepi32_ps(sums[0]), self.avx._mm256_cvtepi32_ps(sums[1])];
        pulp::cast([
            self.avx._mm256_add_ps(bias[0], self.avx._mm256_mul_ps(sums[0], steps[0])),
            self.avx._mm256_add_ps(bias[1], self.avx._mm256_mul_ps(sums[1], steps[1])),
        ])
    }

    #[inline(always)]
    fn product(self, left: &[f32], right: &[f32]) -> f32 {
        let mut sums = self.avx._mm256_setzero_ps();
        for (left, right) in left.as_chunks::<8>().0.iter().zip(right.as_chunks::<8>().0) {
            let product = self.avx._mm256_mul_ps(pulp::cast(*left), pulp::cast(*right));
            sums = self.avx._mm256_add_ps(sums, product);
        }
        total(pulp::cast(sums))
    }
}

#[cfg(target_arch = "x86_64")]
impl Lanes for pulp::x86::V4 {
    type Sums = std::arch::x86_64::__m512i;

    const ROOMY: bool = true;

    #[inline(always)]
    fn zero(self) -> Self::Sums {
        self.avx512f._mm512_setzero_si512()
    }

    #[inline(always)]
    fn add(self, sums: Self::Sums, weights: &Pairs, inputs: [i16; 2]) -> Self::Sums {
        let inputs = self.avx512f._mm512_set1_epi32(pulp::cast(inputs));
        self.avx512f._mm512_add_epi32(sums, self.avx512bw._mm512_madd_epi16(pulp::cast(weights.0), inputs))
    }

    #[inline(always)]
    fn result(self, sums: Self::Sums, steps: &[f32; PANEL], bias: &[f32; PANEL]) -> [f32; PANEL] {
        let products = self.avx512f._mm512_mul_ps(self.avx512f._mm512_cvtepi32_ps(sums), pulp::cast(*steps));
        pulp::cast(self.avx512f._mm512_add_ps(pulp::cast(*bias), products))
    }

    #[inline(always)]
    fn product(self, left: &[f32], right: &[f32]) -> f32 {
        (*self).product(left, right)
    }
}

/// Work that is done in the fastest way that the processor knows.
pub trait Work {
    /// Does it.
    fn run(self, lanes: impl Lanes);
}

/// Does the work.
pub fn fastest(work: impl Work) {
    #[cfg(target_arch = "x86_64")]
    {
        if let Some(lanes) = pulp::x86::V4::try_new() {
            let work = On(lanes, work);
            return match Fused::try_new() {
                Some(fused) => fused.vectorize(work),
                None => pulp::Simd::vectorize(lanes, work),
            };
        }
        if let Some(lanes) = pulp::x86::V3::try_new() {
            return pulp::Simd::vectorize(lanes, On(lanes, work));
        }
    }
    work.run(Portable);
}

#[cfg(target_arch = "x86_64")]
pulp::simd_type! {
    /// What processors have that multiply and add to the sums in one instruction (VNNI), twice as fast. The compiler makes
    /// it of the two in [`Lanes::add`], in functions that may use it.
    struct Fused {
        avx512f: "avx512f",
        avx512bw: "avx512bw",
        avx512cd: "avx512cd",
        avx512dq: "avx512dq",
        avx512vl: "avx512vl",
        avx512vnni: "avx512vnni",
    }
}

/// Work with the lanes that it is done in.
#[cfg(target_arch = "x86_64")]
struct On<L, W>(L, W);

#[cfg(target_arch = "x86_64")]
impl<L: Lanes, W: Work> pulp::NullaryFnOnce for On<L, W> {
    type Output = ();

    #[inline(always)]
    fn call(self) {
        self.1.run(self.0);
    }
}

/// A number as whole steps of `1 / steps`, no further from zero than 32,767.
#[inline(always)]
pub fn whole(value: f32, steps: f32) -> i16 {
    // Adding this number rounds to whole ones, and leaves them in the low bits.
    const ROUND: f32 = 12_582_912.0;
    ((value * steps).clamp(-32_767.0, 32_767.0) + ROUND).to_bits() as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_become_the_nearest_whole_ones() {
        for (value, expected) in [(0.0, 0), (0.26, 1), (-0.26, -1), (3.1, 12), (-1e9, -32_767), (1e9, 32_767)]
        {
            assert_eq!(whole(value, 4.0), expected, "{value}");
        }
    }
}
