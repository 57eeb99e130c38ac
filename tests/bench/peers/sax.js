import { parser as saxParser } from "sax";

/** The pages of a sitemap, from its bytes. */
export function read(bytes) {
  const pages = [];
  let page;
  let image;
  let text = "";
  const parser = saxParser(true, { position: false });
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name }) => {
    text = "";
    if (name === "url") page = { loc: "", lastmod: new Date(NaN), changefreq: "", priority: NaN, images: [] };
    else if (name === "image:image") image = { loc: "", title: "", caption: "" };
  };
  parser.ontext = parser.oncdata = (more) => {
    text += more;
  };
  parser.onclosetag = (name) => {
    const said = text.trim();
    if (name === "url") pages.push(page);
    else if (name === "image:image") page.images.push(image);
    else if (name === "image:loc") image.loc = said;
    else if (name === "image:title") image.title = said;
    else if (name === "image:caption") image.caption = said;
    else if (name === "loc") page.loc = said;
    else if (name === "lastmod") page.lastmod = new Date(said);
    else if (name === "changefreq") page.changefreq = said;
    else if (name === "priority") page.priority = Number(said);
    text = "";
  };
  parser.write(new TextDecoder().decode(bytes)).close();
  return pages;
}
