//! What the program came to count differently, and why.

use super::sentences;

sentences! {
    /// Behind what may be so for that reason: since when which figures are counted differently.
    recounted(day, what) { zh: "{day} 以前的结果，也可能因程序改了算法而不同：{what}", en: "figures from before {day} may also differ because this version counts differently: {what}" }
    /// Why seats are others.
    recounted_exempt() { zh: "免到人员缺席，按免到计，不扣分", en: "an absence of a person who is exempt is exempt and costs no points" }
    /// Why people are due, or have a vote.
    recounted_due() { zh: "会上决定的事，散会以后才影响应到人员", en: "what a meeting decides changes who is expected only afterwards" }
    /// Why posts are others.
    recounted_posts() { zh: "离开以后，不再担任原来的职务；调组以后，不再是原小组组长", en: "a person who leaves, or a leader who moves to another group, gives up the post" }
    /// Why points are others.
    recounted_carried() { zh: "结转按本人第一个计分日的办法算", en: "the share carried over is that of the scheme on the person's first scored day" }
    /// Why points of a quarter or a year are others.
    recounted_since() { zh: "启用日期以前没有记录的月份，不给基础分，也不结转", en: "months before the records begin bring no base and no carried share" }
}
