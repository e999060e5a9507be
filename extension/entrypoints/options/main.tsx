import { render } from 'preact';
import { OptionsApp } from './options-app.tsx';

const root = document.getElementById('options');
if (root === null) throw new Error('The options page has no root');
render(<OptionsApp browserLanguage={navigator.language} />, root);
