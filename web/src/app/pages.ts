import type { Load } from './Lazy';

/** What the address says: the named parts of the page's pattern. */
export type Params = Readonly<Record<string, string>>;

/** A page of the application. */
export interface Page {
  readonly path: RegExp;
  readonly load: Load<Params>;
  /** Drawn inside the workshop of the address, which is opened before; `screen`: as the projector, which sees what is public. */
  readonly inside?: 'workshop' | 'screen';
}

const workshop = '/w/(?<workshop>[a-z0-9.-]+)';

/** All pages; the first whose pattern fits is shown. Each is loaded when it is first needed. */
export const pages: readonly Page[] = [
  { path: /^\/$/, load: () => import('../features/people/HomePage').then((m) => m.HomePage) },
  { path: at('$'), inside: 'workshop', load: () => import('./LivePage').then((m) => m.LivePage) },
];

function at(rest: string): RegExp {
  return new RegExp(`^${workshop}${rest}`);
}
