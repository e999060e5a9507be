import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { announce } from '../messages/call.ts';
import { isReadFromAbove } from '../page/reachable-documents.ts';
import { startPicker, type Picker, type PickerKey } from '../teach/picker.ts';
import type { PickerWords } from '../teach/overlay.ts';

/** What a page does for a user who teaches it. Each frame answers for what it can look into. */
export interface TeachHelper {
  start: (words: PickerWords) => void;
  steer: (key: PickerKey) => void;
  stop: () => void;
}

/** Puts the picker where the next script finds it. Does nothing by itself and stays in this page's isolated world. */
export default defineUnlistedScript(() => {
  const place = globalThis as { redressTeach?: TeachHelper };
  if (place.redressTeach) return;
  let picker: Picker | null = null;
  place.redressTeach = {
    start: (words) => {
      picker?.stop();
      if (isReadFromAbove(window)) return;
      picker = startPicker(document, words, (picked) => {
        picker = null;
        void announce('partPicked', { picked });
      });
    },
    steer: (key) => picker?.steer(key),
    stop: () => {
      picker?.stop();
      picker = null;
    },
  };
});
