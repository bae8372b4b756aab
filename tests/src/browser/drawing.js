// Runs in a page under test: a picture as letters, how light each part of it is from 0 to f, and behind an empty row
// which of twelve hues it has, from a as in red: a capital if that is plain, a dot for grey.
const [encoded, columns] = arguments;
const done = arguments[arguments.length - 1];
const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));

const mean = (pixels, width, left, top, right, bottom) => {
  const sum = [0, 0, 0];
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      for (const part of [0, 1, 2]) sum[part] += pixels[4 * (y * width + x) + part];
  return sum.map((part) => part / ((right - left) * (bottom - top)));
};

const lightness = ([red, green, blue]) =>
  Math.min(15, Math.floor((0.2126 * red + 0.7152 * green + 0.0722 * blue) / 16)).toString(16);

// Up to the first of these, of 255, a colour is grey, and from the second on it is plain.
const [GREY, PLAIN] = [16, 48];

const hue = ([red, green, blue]) => {
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma < GREY) return ".";
  const sixth =
    most === red ? (green - blue) / chroma : most === green ? 2 + (blue - red) / chroma : 4 + (red - green) / chroma;
  return (chroma < PLAIN ? "abcdefghijkl" : "ABCDEFGHIJKL")[(Math.round(2 * sixth) + 12) % 12];
};

const drawn = (image) => {
  const { width, height } = image;
  const pen = new OffscreenCanvas(width, height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  // A letter is twice as high as it is wide.
  const rows = Math.max(1, Math.round((columns * height) / width / 2));
  const edge = (at, of, length) => Math.round((at * length) / of);
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const [left, right] = [edge(column, columns, width), edge(column + 1, columns, width)];
      const [top, bottom] = [edge(row, rows, height), edge(row + 1, rows, height)];
      return mean(data, width, left, top, right, bottom);
    }),
  );
  const letters = (letter) => cells.map((row) => row.map(letter).join(""));
  return [...letters(lightness), "", ...letters(hue)];
};

createImageBitmap(new Blob([bytes], { type: "image/png" }))
  .then((image) => done(drawn(image)))
  .catch((error) => done([`no picture: ${error}`]));
