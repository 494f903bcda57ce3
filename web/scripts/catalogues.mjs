// Checks the catalogues beyond what `formatjs verify` does: keys sorted, every key used, every refusal of the server worded.
// `--sort` puts the keys in order and does nothing else. With `--only en` while screens are written and their translations are not: the other languages are left out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = fileURLToPath(new URL('..', import.meta.url));
const folder = join(web, 'src/i18n');
const only = process.argv[2] === '--only' ? process.argv[3] : undefined;

const catalogues = readdirSync(folder).filter((name) => name.endsWith('.json') && (!only || name === `${only}.json`));
const messagesIn = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

if (process.argv[2] === '--sort') {
  for (const file of catalogues) {
    const sorted = Object.fromEntries(Object.entries(messagesIn(file)).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(join(folder, file), `${JSON.stringify(sorted, null, 2)}\n`);
  }
  process.exit(0);
}

const read = (root, pattern) =>
  readdirSync(root, { recursive: true })
    .filter((file) => pattern.test(file) && !/(^|\/)(bin|obj|node_modules)\//.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'));

const client = read(join(web, 'src'), /(?<!\.test)\.tsx?$/).join('\n');
const server = read(join(web, '../server'), /\.cs$/);
const literals = new Set(
  [...`${client}\n${server.join('\n')}`.matchAll(/['"`]([a-z-]+(?:\.[a-z0-9-]+)+)['"`]/g)].map(([, literal]) => literal),
);
// A refusal's code is any literal of that form in a file that speaks of refusals; names of files have an ending that is none.
const refusals = server
  .filter((file) => /Rejection|Problem/.test(file))
  .flatMap((file) => [...file.matchAll(/"([a-z-]+\.[a-z0-9-]+)"/g)].map(([, code]) => code))
  .filter((code) => !/\.(html|json|svg|sql|db|js|css|txt|br|lock|docx)$/.test(code));

const faults = [];
for (const file of catalogues) {
  const keys = Object.keys(messagesIn(file));
  const unsorted = keys.find((key, i) => i > 0 && key < keys[i - 1]);
  if (unsorted) faults.push(`${file}: keys are not sorted, see ${unsorted}`);
  if (file !== 'en.json') continue;
  for (const key of keys) if (!literals.has(key)) faults.push(`${file}: nothing uses ${key}`);
  for (const code of new Set(refusals))
    if (!keys.includes(code)) faults.push(`${file}: the server refuses with ${code}, which has no sentence`);
}

for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);
