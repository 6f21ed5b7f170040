import { useNavigation } from "@remix-run/react";

/** Shows only when a page takes longer than a blink: the animation starts late. */
export function LoadingBar() {
  const navigation = useNavigation();
  return (
    <div role="status" className="print:hidden">
      {navigation.state === "idle" ? null : (
        <div className="fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden">
          <span className="sr-only">Loading</span>
          <div className="h-full w-full animate-loading bg-accent" />
        </div>
      )}
    </div>
  );
}
