/** What every peer says of what it read, so that it is seen that all did the same work. */
export function count(pages) {
  let [pictures, dated, letters, titled, captioned] = [0, 0, 0, 0, 0];
  for (const page of pages) {
    dated += Number.isNaN(page.lastmod.getTime()) ? 0 : 1;
    letters += page.loc.length;
    pictures += page.images.length;
    for (const image of page.images) {
      titled += image.title ? 1 : 0;
      captioned += image.caption ? 1 : 0;
    }
  }
  return [pages.length, pictures, dated, letters, titled, captioned];
}
