// Writes src/ui/icons.g.tsx: the Lucide icons named here, as components. Run it after adding a name: npm run icons
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const names = [
  'arrow-down',
  'arrow-right',
  'arrow-up',
  'check',
  'chevron-down',
  'chevron-right',
  'circle-alert',
  'clock',
  'download',
  'ellipsis-vertical',
  'eye-off',
  'grip-vertical',
  'languages',
  'log-out',
  'lock',
  'menu',
  'minus',
  'monitor',
  'pencil',
  'plus',
  'search',
  'trash-2',
  'users',
  'x',
];

const web = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const component = (name) =>
  name
    .split('-')
    .map((part) => part[0].toUpperCase() + part.slice(1))
    .join('');
const shapes = (name) =>
  readFileSync(web(`node_modules/lucide-static/icons/${name}.svg`), 'utf8')
    .replace(/[\s\S]*?<svg[^>]*>/, '')
    .replace('</svg>', '')
    .trim()
    .replace(/\s*\n\s*/g, '');

const lines = names.map((name) => `export const ${component(name)}Icon = icon(<>${shapes(name)}</>);`);
writeFileSync(
  web('src/ui/icons.g.tsx'),
  `// Written by scripts/icons.mjs from Lucide (ISC licence). Not to be edited.\nimport { icon } from './icon';\n\n${lines.join('\n')}\n`,
);
