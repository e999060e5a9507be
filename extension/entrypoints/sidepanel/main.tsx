import { call } from '../../messages/call.ts';
document.body.append(JSON.stringify(await call('readClip', { windowId: 1 })));
