import { render } from 'preact';
import { browser } from 'wxt/browser';
import { createPanelEvents } from './panel-events.ts';
import { PanelApp } from './panel-app.tsx';

const events = createPanelEvents();

async function start(): Promise<void> {
  const root = document.getElementById('panel');
  const [{ id: windowId }, commands] = await Promise.all([browser.windows.getCurrent(), browser.commands.getAll()]);
  if (root === null || windowId === undefined) throw new Error('The panel has no window or no root');
  const shortcut = commands.find(({ name }) => name === '_execute_action')?.shortcut || 'Alt+J';
  render(
    <PanelApp windowId={windowId} events={events} browserLanguage={navigator.language} shortcut={shortcut} />,
    root,
  );
}

void start();
