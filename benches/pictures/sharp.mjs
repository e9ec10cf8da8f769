// The same pictures with sharp, as its manual shows: one input, a copy of it for each file.
import { mkdirSync, readdirSync } from "node:fs";
import { join, parse } from "node:path";
import sharp from "sharp";

const [photos, out] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const names = readdirSync(photos).filter((name) => name.endsWith(".jpg")).sort();

async function derive(name) {
  const photo = sharp(join(photos, name));
  for (const width of [480, 960, 1440]) {
    const small = photo.clone().resize(width);
    const file = join(out, `${parse(name).name}-${width}`);
    await small.clone().webp({ quality: 76 }).toFile(`${file}.webp`);
    await small.clone().jpeg({ quality: 80 }).toFile(`${file}.jpg`);
  }
}

// Two at a time: there are two cores.
const lanes = [0, 1].map(async (lane) => {
  for (let at = lane; at < names.length; at += 2) await derive(names[at]);
});
await Promise.all(lanes);
