// The sample site with files of a test in it: what the sample itself does not have.

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { serve } from './site.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const program = process.env.LEREND ?? path.join(project, 'target/release/lerend');

/** Builds the sample site with these files, by their paths in `content/`, and serves it. */
export async function trial(files, ...args) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lerend-trial-'));
  await cp(path.join(project, 'content'), path.join(folder, 'content'), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, 'content', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  await promisify(execFile)(program, ['build', '--no-images', ...args], { cwd: folder });
  const root = path.join(folder, 'public');
  const { origin, close } = await serve(root);
  const end = async () => {
    close();
    await rm(folder, { recursive: true, force: true });
  };
  return { root, origin, close: end };
}
