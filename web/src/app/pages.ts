import type { Load } from './Lazy';

/** What the address says: the named parts of the page's pattern. */
export type Params = Readonly<Record<string, string>>;

/** A page of the application. */
export interface Page {
  readonly path: RegExp;
  readonly load: Load<Params>;
  /** Drawn inside the workshop of the address, which is opened before; `screen`: as the projector, which sees what is public. */
  readonly inside?: 'workshop' | 'screen';
  /** For those who run the workshop; others are shown the way to what is live. */
  readonly staff?: true;
}

const workshop = '/w/(?<workshop>[a-z0-9.-]+)';

/** All pages; the first whose pattern fits is shown. Each is loaded when it is first needed. */
export const pages: readonly Page[] = [
  { path: /^\/$/, load: () => import('../features/people/HomePage').then((m) => m.HomePage) },
  { path: /^\/(?<code>\d{9})$/, load: () => import('../features/people/JoinPage').then((m) => m.JoinPage) },
  { path: /^\/setup$/, load: () => import('../features/people/SetupPage').then((m) => m.SetupPage) },
  { path: /^\/sign-in$/, load: () => import('../features/people/SignInPage').then((m) => m.SignInPage) },
  { path: /^\/password$/, load: () => import('../features/people/PasswordPage').then((m) => m.PasswordPage) },
  { path: /^\/reset$/, load: () => import('../features/people/ResetPage').then((m) => m.ResetPage) },
  { path: /^\/workshops$/, load: () => import('../features/agenda/WorkshopsPage').then((m) => m.WorkshopsPage) },
  { path: /^\/workshops\/new$/, load: () => import('../features/agenda/NewWorkshopPage').then((m) => m.NewWorkshopPage) },
  {
    path: at('/settings$'),
    inside: 'workshop',
    staff: true,
    load: () => import('../features/agenda/SettingsPage').then((m) => m.SettingsPage),
  },
  {
    path: at('/settings/people$'),
    inside: 'workshop',
    staff: true,
    load: () => import('../features/people/PeoplePage').then((m) => m.PeoplePage),
  },
  { path: at('/agenda$'), inside: 'workshop', staff: true, load: () => import('../features/agenda/AgendaPage').then((m) => m.AgendaPage) },
  { path: at('/run$'), inside: 'workshop', staff: true, load: () => import('./console/ConsolePage').then((m) => m.ConsolePage) },
  {
    path: at('/run/swot$'),
    inside: 'workshop',
    staff: true,
    load: () => import('../features/cards/SwotBoardPage').then((m) => m.SwotBoardPage),
  },
  { path: at('/run/clusters$'), inside: 'workshop', load: () => import('../features/clusters/SortingPage').then((m) => m.SortingPage) },
  { path: at('/run/results$'), inside: 'workshop', load: () => import('../features/voting/ResultsPage').then((m) => m.ResultsPage) },
  { path: at('/plan$'), inside: 'workshop', staff: true, load: () => import('../features/plan/PlanPage').then((m) => m.PlanPage) },
  { path: at('/screen$'), inside: 'screen', load: () => import('./screen/ScreenPage').then((m) => m.ScreenPage) },
  { path: at('$'), inside: 'workshop', load: () => import('./LivePage').then((m) => m.LivePage) },
];

/** Begins to load what an address will need. */
export function preload(path: string): void {
  const page = pages.find((candidate) => candidate.path.test(path));
  // What fails here is tried again, and told, when it is drawn.
  page?.load().catch(() => {});
}

function at(rest: string): RegExp {
  return new RegExp(`^${workshop}${rest}`);
}
