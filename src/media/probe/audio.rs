//! The length of sound files, where their head says it.

use std::time::Duration;

use super::super::bytes::{find, from, piece, u32_be, u32_le};

/// Bits per second of an MP3 frame in thousands, MPEG 1 layer III and MPEG 2 layer III.
const RATES: [[u64; 15]; 2] = [
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
];

/// The length of an MP3 file: from its index where there is one, otherwise as if all frames
/// had the size of the first.
pub(super) fn mp3(bytes: &[u8]) -> Option<Duration> {
    let start = after_id3(bytes);
    let audio = from(bytes, start);
    let [0xff, version, rates, _] = piece(audio, 0, 4)? else { return None };
    let is_mpeg1 = version & 0x18 == 0x18;
    let samples_per_second = {
        let of_mpeg1 = [44_100, 48_000, 32_000].get(usize::from((rates >> 2) & 3)).copied()?;
        match version & 0x18 {
            0x18 => of_mpeg1,
            0x10 => of_mpeg1 / 2,
            _ => of_mpeg1 / 4,
        }
    };
    let samples_per_frame: u64 = if is_mpeg1 { 1152 } else { 576 };
    let head = audio.get(..audio.len().min(256))?;
    let index = find(head, b"Xing").or_else(|| find(head, b"Info"));
    let frames = index
        .filter(|at| audio.get(at + 7).is_some_and(|flags| flags & 1 != 0))
        .and_then(|at| u32_be(audio, at + 8));
    let millis = if let Some(frames) = frames {
        u64::from(frames) * samples_per_frame * 1000 / samples_per_second
    } else {
        let table = RATES.get(usize::from(!is_mpeg1))?;
        let kilobits = *table.get(usize::from(rates >> 4))?;
        u64::try_from(audio.len()).ok()?.checked_mul(8)?.checked_div(kilobits)?
    };
    Some(Duration::from_millis(millis)).filter(|duration| !duration.is_zero())
}

/// Where sound begins behind the tags: their length is written in seven bits a byte.
fn after_id3(bytes: &[u8]) -> usize {
    let Some(digits) = piece(bytes, 6, 4).filter(|_| bytes.starts_with(b"ID3")) else {
        return 0;
    };
    let length = digits.iter().fold(0, |sum, digit| (sum << 7) | usize::from(digit & 0x7f));
    length + 10
}

/// The length of a WAV file: bytes of sound by bytes per second.
pub(super) fn wav(bytes: &[u8]) -> Option<Duration> {
    let format = find(bytes.get(..bytes.len().min(4096))?, b"fmt ")?;
    let per_second = u32_le(bytes, format + 16)?;
    let data = find(bytes.get(..bytes.len().min(65_536))?, b"data")?;
    let length = match u32_le(bytes, data + 4)? {
        // Out of a pipe: it was not known yet when it was written.
        0x7fff_0000.. => u64::try_from(from(bytes, data + 8).len()).ok()?,
        length => u64::from(length),
    };
    let millis = length.checked_mul(1000)?.checked_div(u64::from(per_second))?;
    Some(Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_length_of_an_mp3_is_counted_or_estimated() {
        // 128 kbit/s, 44,1 kHz: 16 kB a second.
        let mut file = b"ID3\x04\0\0\0\0\0\x05tags!".to_vec();
        file.extend([0xff, 0xfb, 0x90, 0]);
        file.resize(15 + 32_000, 0);
        assert_eq!(mp3(&file), Some(Duration::from_secs(2)));
        file.splice(51..63, *b"Xing\0\0\0\x01\0\0\x03\xe8");
        assert_eq!(mp3(&file), Some(Duration::from_millis(26_122)));
        assert_eq!(mp3(b"ID3"), None);
    }

    #[test]
    fn the_length_of_a_wav_comes_from_its_head() {
        let mut file = b"RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        file.extend(8000_u32.to_le_bytes());
        file.extend(8000_u32.to_le_bytes());
        file.extend(b"\x01\0\x08\0data");
        file.extend(12_000_u32.to_le_bytes());
        assert_eq!(wav(&file), Some(Duration::from_millis(1500)));
        let length = file.len() - 4;
        file.splice(length.., [0xff; 4]);
        file.resize(file.len() + 4000, 99);
        assert_eq!(wav(&file), Some(Duration::from_millis(500)));
    }
}
