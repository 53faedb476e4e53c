/** Stands in for packages a page leaves out, as webpack does with `false`. */
module.exports = {};
