// Every piece of text on the page whose contrast with what is painted behind it is below WCAG's AA.
const parse = (color) => {
  const found = color.match(/rgba?\(([^)]+)\)/);
  if (!found) throw new Error(`unknown colour ${color}`);
  const [r, g, b, a = 1] = found[1].split(/[,\s/]+/).filter(Boolean).map(Number);
  return { r, g, b, a };
};
const over = (top, below) => ({
  r: top.r * top.a + below.r * (1 - top.a),
  g: top.g * top.a + below.g * (1 - top.a),
  b: top.b * top.a + below.b * (1 - top.a),
  a: 1,
});
const luminance = ({ r, g, b }) => {
  const [x, y, z] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const behind = (element) => {
  const layers = [];
  for (let one = element; one; one = one.parentElement) layers.push(parse(getComputedStyle(one).backgroundColor));
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const canvas = dark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  return layers.reverse().reduce((below, layer) => over(layer, below), canvas);
};
const opacity = (element) => {
  let made = 1;
  for (let one = element; one; one = one.parentElement) made *= Number(getComputedStyle(one).opacity);
  return made;
};
const ratio = (element, style) => {
  const ground = behind(element);
  const color = parse(style.color);
  const ink = over({ ...color, a: color.a * opacity(element) }, ground);
  const [light, dark] = [luminance(ink), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const poor = [];
let judged = 0;
const judge = (element, style, words) => {
  const size = parseFloat(style.fontSize);
  const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const contrast = ratio(element, style);
  judged += 1;
  if (contrast < (large ? 3 : 4.5)) poor.push(`${contrast.toFixed(2)} ${words.trim().slice(0, 40)} <${element.className}>`);
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || ["SCRIPT", "STYLE"].includes(element.tagName)) continue;
  if (!element.checkVisibility({ visibilityProperty: true }) || opacity(element) === 0) continue;
  if (getComputedStyle(element).clipPath !== "none") continue;
  judge(element, getComputedStyle(element), walker.currentNode.data);
}
for (const element of document.querySelectorAll("body *")) {
  const style = getComputedStyle(element, "::before");
  if (!["none", "normal", '""'].includes(style.content) && element.checkVisibility()) judge(element, style, style.content);
}
return { poor, judged };
