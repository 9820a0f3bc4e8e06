// What scripts/check-page looks for in a page: each fault is a line that begins with "- ".
(() => {
  const faults = new Set();
  const shown = (text) => JSON.stringify(text.trim().slice(0, 40));
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((part) => {
      const value = part / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const rgb = (text) => (text.match(/[\d.]+/g) ?? []).map(Number);
  // Half-transparent fills lie behind letters, but hardly change what those stand on.
  const ground = (element) => {
    for (let node = element; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.length && (colour.length < 4 || colour[3] > 0)) return colour.slice(0, 3);
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [18, 18, 18] : [255, 255, 255];
  };

  // The boxes of all text that can be seen.
  const boxes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || element.closest("script, style, title, desc")) continue;
    const style = getComputedStyle(element);
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const text = walker.currentNode.data;
    const scrolled = element.closest(".scroll");
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      boxes.push({ text, box, element });
      if (!scrolled && (box.left < -0.5 || box.right > innerWidth + 0.5)) {
        faults.add(`${shown(text)} is cut off at the side`);
      }
      const picture = element.closest("svg")?.getBoundingClientRect();
      if (picture && (box.left < picture.left - 1 || box.right > picture.right + 1
        || box.top < picture.top - 2 || box.bottom > picture.bottom + 2)) {
        faults.add(`${shown(text)} is cut off by its picture`);
      }
    }
    const ink = rgb(element.closest("svg") ? style.fill : style.color).slice(0, 3);
    const [light, dark] = [luminance(ink), luminance(ground(element))].sort((a, b) => b - a);
    if ((light + 0.05) / (dark + 0.05) < 4.5) faults.add(`${shown(text)} does not stand out`);
  }
  if (document.documentElement.scrollWidth > innerWidth + 1) {
    faults.add(`the page is ${document.documentElement.scrollWidth} wide, the window ${innerWidth}`);
  }

  boxes.sort((a, b) => a.box.top - b.box.top);
  boxes.forEach((one, index) => {
    for (const other of boxes.slice(index + 1)) {
      if (other.box.top >= one.box.bottom) break;
      if (one.element === other.element) continue;
      // What is scrolled out of sight lies nowhere.
      if (one.element.closest(".scroll") !== other.element.closest(".scroll")) continue;
      const across = Math.min(one.box.right, other.box.right)
        - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom)
        - Math.max(one.box.top, other.box.top);
      // Boxes are higher than letters.
      if (across > 1 && down > Math.min(one.box.height, other.box.height) * 0.4) {
        faults.add(`${shown(one.text)} and ${shown(other.text)} overlap`);
      }
    }
  });

  for (const table of document.querySelectorAll("table")) {
    const name = shown(table.caption?.textContent ?? "");
    if (!table.caption) faults.add("a table has no caption");
    if (!table.querySelector("thead th[scope=col]")) faults.add(`table ${name} has no headers`);
    for (const row of table.querySelectorAll("tbody tr")) {
      if (!row.querySelector("th[scope=row]")) faults.add(`table ${name}: a row has no header`);
    }
  }
  for (const picture of document.querySelectorAll("svg, img")) {
    const words = picture.getAttribute("alt") ?? picture.querySelector("title")?.textContent;
    if (!words?.trim()) faults.add("a picture has no words");
  }
  if (!document.documentElement.lang) faults.add("the page names no language");

  const report = document.createElement("pre");
  const checked = `@@ checked ${boxes.length} pieces of text`;
  report.textContent = `\n${checked}\n${[...faults].map((fault) => `- ${fault}\n`).join("")}@@\n`;
  document.body.append(report);
})();
