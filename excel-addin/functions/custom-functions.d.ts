/** What of the custom functions' runtime is used here; Office.js brings it along in a shared runtime. */
export {};
declare global {
  namespace CustomFunctions {
    enum ErrorCode {
      invalidValue = '#VALUE!',
      notAvailable = '#N/A',
    }
    class Error extends globalThis.Error {
      constructor(code: ErrorCode, message?: string);
      readonly code: ErrorCode;
    }
    function associate(id: string, act: (...args: unknown[]) => unknown): void;
  }
}
