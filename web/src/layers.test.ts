import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = import.meta.dirname;
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

/** `wire`, `store`, `ui`, `i18n`, `app`, or `features/cards`. */
const layerOf = (file: string): string => /^features\/[^/]+|^[^/]+(?=\/)/.exec(file)?.[0] ?? 'app';

const importsOf = (file: string): string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(src, join(src, dirname(file), path!)),
  );

/** What each layer may import beside itself. The application alone knows the features; no feature knows another. */
const may: Readonly<Record<string, readonly string[]>> = {
  wire: [],
  store: ['wire'],
  i18n: ['wire'],
  ui: ['wire', 'store', 'i18n', 'styles'],
  app: ['wire', 'store', 'ui', 'i18n', 'styles', 'features'],
  features: ['wire', 'store', 'ui', 'i18n', 'styles'],
};

test.each(files)('%s imports only what its layer may', (file) => {
  const layer = layerOf(file);
  const allowed = may[layer.split('/')[0]!] ?? [];
  const foreign = importsOf(file).filter((path) => {
    const other = layerOf(path);
    return other !== layer && !allowed.includes(other) && !allowed.includes(other.split('/')[0]!);
  });
  expect(foreign).toEqual([]);
});

test('features are named as those of the core', () => {
  const core = readdirSync(join(src, '../../server/Workshop.Core')).map((name) => name.toLowerCase());
  expect(readdirSync(join(src, 'features')).filter((name) => !core.includes(name))).toEqual([]);
});
