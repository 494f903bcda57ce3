import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

const brotli = promisify(brotliCompress);

/** Writes `file.br` beside every text file of the build, so that the server only has to choose. Fonts are compressed already. */
export function compress(): Plugin {
  let folder = '';
  return {
    name: 'compress',
    apply: 'build',
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    async closeBundle() {
      const files = await readdir(folder, { recursive: true });
      await Promise.all(
        files.filter((file) => /\.(js|css|html|json|svg|txt|webmanifest)$/.test(file)).map((file) => shrink(join(folder, file))),
      );
    },
  };
}

async function shrink(file: string): Promise<void> {
  if (!(await stat(file)).isFile()) return;
  const plain = await readFile(file);
  const small = await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });
  if (small.length < plain.length) await writeFile(`${file}.br`, small);
}
