/** Menus are `details`, which stay open: these are closed by Escape, and when the keyboard or a click goes elsewhere. */
export function closeMenus(): void {
  const open = () => document.querySelectorAll<HTMLDetailsElement>('.menu[open]');
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of open()) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    }
  });
  for (const kind of ['click', 'focusin'])
    document.addEventListener(kind, ({ target }) => {
      for (const menu of open()) if (!(target instanceof Node && menu.contains(target))) menu.open = false;
    });
}
