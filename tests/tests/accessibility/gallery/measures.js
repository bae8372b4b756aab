// Where every part of the widget stands in its card and how large it is, and what it looks like in one line. The pointer over a button
// is left to the host: Bootstrap has a rule for it that names a type.
const LOOKS = ["color", "backgroundColor", "borderTopWidth", "fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "textAlign", "textDecorationLine", "listStyleType", "display"];
const measures = () => {
  document.getAnimations().forEach((each) => each.finish?.call && Number.isFinite(each.effect.getComputedTiming().endTime) && each.finish());
  const card = root().getBoundingClientRect();
  const round = (number) => Math.round(number * 4) / 4;
  // What shows no letters has no type that could be seen.
  const mute = (part) => part.matches("input[type=checkbox], input[type=hidden]") || unseen(part);
  return [root(), ...root().querySelectorAll("*")].map((part) => {
    const box = part.getBoundingClientRect();
    const place = [box.x - card.x, box.y - card.y, box.width, box.height].map(round).join(" ");
    const style = getComputedStyle(part);
    const looks = mute(part) ? [] : LOOKS.map((name) => style[name]);
    return `${part.dataset.part ?? part.localName} at ${place}: ${looks.join(" | ")}`;
  });
};
