import { render } from 'preact';
import { App } from './app/App';
import { preload } from './app/pages';
import { followTheme } from './app/theme';
import { preferredLanguage, setLanguage } from './i18n/messages';
import { startNavigation } from './ui/navigate';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';

followTheme();
startNavigation();
// The page's code and the words come side by side.
preload(location.pathname);
await setLanguage(preferredLanguage());
render(<App />, document.body);
