// The browser's own parser, and the JavaScript that one would write with it.
const SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
const IMAGE = "http://www.google.com/schemas/sitemap-image/1.1";

const text = (element, space, name) => element.getElementsByTagNameNS(space, name)[0]?.textContent.trim() ?? "";

/** The pages of a sitemap, from its bytes. */
export function read(bytes) {
  const document = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "text/xml");
  return Array.from(document.getElementsByTagNameNS(SITEMAP, "url"), (url) => {
    const page = { loc: "", lastmod: new Date(NaN), changefreq: "", priority: NaN, images: [] };
    for (const child of url.children) {
      if (child.namespaceURI === IMAGE) {
        page.images.push({
          loc: text(child, IMAGE, "loc"),
          title: text(child, IMAGE, "title"),
          caption: text(child, IMAGE, "caption"),
        });
      } else if (child.localName === "loc") page.loc = child.textContent.trim();
      else if (child.localName === "lastmod") page.lastmod = new Date(child.textContent.trim());
      else if (child.localName === "changefreq") page.changefreq = child.textContent.trim();
      else if (child.localName === "priority") page.priority = Number(child.textContent);
    }
    return page;
  });
}
