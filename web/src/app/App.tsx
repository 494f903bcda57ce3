import { t } from '../i18n/messages';
import { LiveRegions } from '../ui/announce';
import { LinkButton } from '../ui/Button';
import { currentPath } from '../ui/navigate';
import { Empty } from '../ui/status';
import { ForStaff } from './ForStaff';
import { InWorkshop } from './InWorkshop';
import { Lazy } from './Lazy';
import { type Page, type Params, pages } from './pages';

/** The page of the current address. */
export function App() {
  const path = currentPath();
  const page = pages.find((candidate) => candidate.path.test(path));
  const params: Params = page?.path.exec(path)?.groups ?? {};
  return (
    <>
      <div class="page">{page ? <Shown page={page} params={params} /> : <Missing />}</div>
      <LiveRegions />
    </>
  );
}

function Shown({ page, params }: { readonly page: Page; readonly params: Params }) {
  const screen = <Lazy load={page.load} props={params} />;
  if (!page.inside) return screen;
  return (
    <InWorkshop id={params['workshop']!} screen={page.inside === 'screen'}>
      {page.staff ? <ForStaff>{screen}</ForStaff> : screen}
    </InWorkshop>
  );
}

function Missing() {
  return (
    <main class="column centred">
      <Empty>
        <h1>{t('page.missing')}</h1>
        <LinkButton href="/" look="filled">
          {t('page.home')}
        </LinkButton>
      </Empty>
    </main>
  );
}
