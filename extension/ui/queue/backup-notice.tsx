import { useSpeech } from '../speech.ts';

export interface BackupNoticeProps {
  time: string;
  count: number;
  onDownload: () => void;
  onClose: () => void;
}

/** That everything was copied before an upgrade, and the way to have it. */
export function BackupNotice({ time, count, onDownload, onClose }: BackupNoticeProps) {
  const { say } = useSpeech();
  return (
    <div class="notice notice-info" role="status" data-notice="backup">
      <p>{say('queue.backup.taken', { time, count })}</p>
      <p class="row">
        <button type="button" class="button" data-action="download-backup" onClick={onDownload}>
          {say('queue.backup.download')}
        </button>
        <button type="button" class="button" data-action="close-backup" onClick={onClose}>
          {say('queue.backup.close')}
        </button>
      </p>
    </div>
  );
}
