import { XMLParser } from "fast-xml-parser";

const parser = new XMLParser({
  ignoreAttributes: true,
  parseTagValue: false,
  isArray: (name) => name === "url" || name === "image:image",
  processEntities: { enabled: true, maxTotalExpansions: Infinity, maxExpandedLength: Infinity },
});

/** The pages of a sitemap, from its bytes. */
export function read(bytes) {
  const { urlset } = parser.parse(new TextDecoder().decode(bytes));
  return urlset.url.map((url) => ({
    loc: url.loc,
    lastmod: new Date(url.lastmod),
    changefreq: url.changefreq ?? "",
    priority: Number(url.priority),
    images: (url["image:image"] ?? []).map((image) => ({
      loc: image["image:loc"],
      title: image["image:title"] ?? "",
      caption: image["image:caption"] ?? "",
    })),
  }));
}
