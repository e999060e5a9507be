/** The refresh of a register, as its card shows it. */
export interface RefreshModel {
  /** What the last one did in this session; null: none was asked for yet. */
  last: { looked: number; changed: number } | null;
}

export interface RefreshCallbacks {
  refreshRegister: () => void;
  /** Stops the long work that goes on. */
  cancelWork: () => void;
}
