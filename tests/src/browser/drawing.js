// Runs in a page under test: a picture as letters, how light each part of it is from 0 to f.
const [encoded, columns] = arguments;
const done = arguments[arguments.length - 1];
const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));

const lightness = (pixels, width, left, top, right, bottom) => {
  let sum = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = 4 * (y * width + x);
      sum += 0.2126 * pixels[at] + 0.7152 * pixels[at + 1] + 0.0722 * pixels[at + 2];
    }
  return sum / ((right - left) * (bottom - top));
};

const drawn = (image) => {
  const { width, height } = image;
  const pen = new OffscreenCanvas(width, height).getContext("2d");
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  // A letter is twice as high as it is wide.
  const rows = Math.max(1, Math.round((columns * height) / width / 2));
  const edge = (at, of, length) => Math.round((at * length) / of);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const [left, right] = [edge(column, columns, width), edge(column + 1, columns, width)];
      const [top, bottom] = [edge(row, rows, height), edge(row + 1, rows, height)];
      return Math.min(15, Math.floor(lightness(data, width, left, top, right, bottom) / 16)).toString(16);
    }).join(""),
  );
};

createImageBitmap(new Blob([bytes], { type: "image/png" }))
  .then((image) => done(drawn(image)))
  .catch((error) => done([`no picture: ${error}`]));
