import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the server's markup and while the browser takes it over, true afterwards. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
