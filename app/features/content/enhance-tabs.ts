/**
 * Turns the sections of a `.tabs` block into a tablist (WAI-ARIA pattern, automatic activation). Without it they are
 * sections under headings, and so they print.
 */
export function enhanceTabs(root: HTMLElement): () => void {
  const undo = [...root.querySelectorAll<HTMLElement>("[data-tabs]")].map(enhance);
  return () => undo.forEach((each) => each());
}

let made = 0;

function enhance(block: HTMLElement): () => void {
  const panels = [...block.children].filter(
    (child): child is HTMLElement => child instanceof HTMLElement && child.matches(".tab"),
  );
  if (panels.length < 2 || block.querySelector(":scope > [role=tablist]")) return () => {};
  const titles = panels.map((panel) => panel.querySelector<HTMLElement>(":scope > .tab-title"));
  const id = `tabs-${++made}`;
  const list = document.createElement("div");
  list.setAttribute("role", "tablist");
  list.className = "tab-list";
  const tabs = panels.map((panel, index) => {
    const tab = document.createElement("button");
    tab.type = "button";
    tab.id = `${id}-${index}`;
    tab.className = "tab-button";
    tab.setAttribute("role", "tab");
    tab.textContent = titles[index]?.textContent ?? String(index + 1);
    panel.id ||= `${id}-panel-${index}`;
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    panel.tabIndex = 0;
    return tab;
  });
  list.append(...tabs);

  const select = (chosen: number) => {
    tabs.forEach((tab, index) => {
      tab.setAttribute("aria-selected", String(index === chosen));
      tab.tabIndex = index === chosen ? 0 : -1;
      panels[index]!.hidden = index !== chosen;
    });
  };
  const showAll = () => {
    for (const panel of panels) panel.hidden = false;
    for (const title of titles) if (title) title.hidden = false;
  };
  const selected = () => tabs.findIndex((tab) => tab.getAttribute("aria-selected") === "true");
  const hideTitles = () => {
    for (const title of titles) if (title) title.hidden = true;
  };
  /* A link to something inside a hidden panel has to show it. */
  const followFragment = () => {
    const target = location.hash.length > 1 ? document.getElementById(decodeFragment(location.hash)) : null;
    const holder = target ? panels.findIndex((panel) => panel.contains(target)) : -1;
    if (holder < 0) return;
    select(holder);
    target?.scrollIntoView();
  };

  const listening = new AbortController();
  const { signal } = listening;
  list.addEventListener(
    "click",
    (event) => {
      const chosen = tabs.findIndex((tab) => tab.contains(event.target as Node));
      if (chosen >= 0) select(chosen);
    },
    { signal },
  );
  list.addEventListener(
    "keydown",
    (event) => {
      const chosen = nextTab(event.key, selected(), tabs.length);
      if (chosen === null) return;
      event.preventDefault();
      select(chosen);
      tabs[chosen]!.focus();
    },
    { signal },
  );
  window.addEventListener("hashchange", followFragment, { signal });
  let beforePrint = 0;
  window.addEventListener(
    "beforeprint",
    () => {
      beforePrint = selected();
      showAll();
    },
    { signal },
  );
  window.addEventListener(
    "afterprint",
    () => {
      hideTitles();
      select(beforePrint);
    },
    { signal },
  );

  block.prepend(list);
  hideTitles();
  select(0);
  followFragment();

  return () => {
    listening.abort();
    list.remove();
    showAll();
    for (const panel of panels)
      for (const name of ["role", "aria-labelledby", "tabindex"]) panel.removeAttribute(name);
  };
}

export function nextTab(key: string, selected: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (selected + 1) % count;
    case "ArrowLeft":
      return (selected - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}

function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return hash.slice(1);
  }
}
