#!/usr/bin/env bash
# 示例：站南派出所党支部的一年。人名都是编的。
# An example: a year of the Party branch of a police station. All names are invented.
#
#   examples/zhannan.sh 目录        建立这个目录，登记 2026 年 1 月到 11 月
#
# 每条命令前的日期是登记的那一天；--on 是实际开展的那一天，不写就是当天。
set -eu

dir=$1
here=$(cd "$(dirname "$0")" && pwd)
number=0

# on 日期 命令…：在那一天执行一条 zhibu 命令。ZHIBU_SEED 让编号每次都一样，示例才能逐字节对比。
on() {
    number=$((number + 1))
    local day=$1
    shift
    ZHIBU_TODAY=$day ZHIBU_SEED=$number zhibu -C "$dir" --lang zh --quiet --no-commit "$@"
}

mkdir -p "$dir"
on 2026-01-04 init --name 站南派出所党支部

# —— 党小组和人员 ——

on 2026-01-04 group add 综合党小组 --id office --from 2024-03-01
on 2026-01-04 group add 刑侦党小组 --id criminal --from 2024-03-01
on 2026-01-04 group add 治安党小组 --id public-order --from 2024-03-01

# person 姓名 身份 从哪天起 党小组
person() { on 2026-01-04 member add "$1" --standing "$2" --from "$3" --group "$4"; }
person 周海燕 full 2005-07-01 office
person 李敏   full 2011-12-20 office
person 林晓东 full 2008-06-30 office
person 王芳   full 2014-11-08 office
person 欧阳娜 full 2017-06-28 office
person 何秀英 full 1989-05-12 office
person 马俊   full 2012-09-16 office
person 高洁   full 2019-12-05 office
person 谢文博 full 2021-06-25 office
person 赵刚   full 2003-06-30 criminal
person 郑国栋 full 2007-10-11 criminal
person 孙磊   full 2010-07-01 criminal
person 王芳   full 2016-06-29 criminal
person 单建军 full 2006-12-01 criminal
person 吴斌   full 2013-05-23 criminal
person 徐浩   full 2018-07-02 criminal
person 胡伟   full 2015-04-17 criminal
person 朱明   full 2022-06-30 criminal
person 陈志强 full 2009-09-09 public-order
person 黄涛   full 2008-12-18 public-order
person 仇勇   full 2004-06-21 public-order
person 杨帆   full 2016-12-02 public-order
person 郭亮   full 2012-03-14 public-order
person 罗红梅 full 2010-10-27 public-order
person 宋佳   full 2020-06-30 public-order
person 唐杰   full 2017-11-15 public-order
person 许诺   probationary 2025-06-20 public-order

for name in 董立 萧然 程曦 袁媛 邓超群 傅强; do
    on 2026-01-04 member add "$name" --standing staff --from 2023-09-01
done

# post 姓名 职务 从哪天起
post() { on 2026-01-04 member post "$1" "$2" --from "$3"; }
post 赵刚   书记     2024-06-20
post 周海燕 副书记   2024-06-20
post 李敏   组织委员 2024-06-20
post 陈志强 宣传委员 2024-06-20
post 郑国栋 纪检委员 2024-06-20
post 林晓东 党小组组长 2024-06-25
post 孙磊   党小组组长 2024-06-25
post 黄涛   党小组组长 2024-06-25
on 2026-01-04 member edit 何秀英 --class elder --from 2024-03-01

# —— 每月：支委会、三个党小组会、主题党日 ——

# month 月份 议题 综合组缺席 刑侦组缺席 治安组缺席 主题 主题党日缺席
month() {
    local m=2026-$1
    on "$m-06" meeting log committee --on "$m-06" --time 15:00-16:10 --place 二楼会议室 --topic "$2" --topic 研究本月党建工作
    on "$m-10" meeting log group --group 综合 --time 17:30-18:20 --place 户籍大厅 --topic "$2" --link service ${3:+--absent "$3"}
    on "$m-11" meeting log group --group 刑侦 --time 19:30-20:40 --place 刑侦办公室 --topic "$2" --link criminal-investigation ${4:+--absent "$4"}
    on "$m-12" meeting log group --group 治安 --time 17:30-18:30 --place 三楼备勤室 --topic "$2" --link public-order ${5:+--absent "$5"}
    on "$m-16" meeting log theme-day --on "$m-15" --time 09:00-10:30 --place 二楼会议室 --topic "$6" ${7:+--absent "$7"}
}

# —— 一月 ——

month 01 学习全国公安厅局长会议精神 '' 徐浩:case:蹲守 '' 重温入党志愿书 吴斌:duty
on 2026-01-22 meeting log organization-life --time 14:30-17:00 --place 二楼会议室 --topic "2025 年度组织生活会" \
    --observer 董立 --guest 分局政治处张明 --decision 通过班子整改措施 --votes 23,0,1 --absent 吴斌:case --minutes - <<'MINUTES'
书记通报上年度组织生活会整改落实情况。
班子成员和党员逐一对照检查，开展批评和自我批评。
会议确定整改措施四条，由纪检委员负责督促。
MINUTES
on 2026-01-23 meeting log appraisal --time 09:00-11:00 --place 二楼会议室 --topic "2025 年度民主评议党员"
# 八名优秀，二十六名正式党员的三分之一；预备党员参加评议，不定等次
on 2026-01-26 appraisal record 李敏,孙磊,罗红梅,单建军,吴斌,林晓东,wang-fang,郑国栋 excellent --for 2025 --on 2026-01-23 --told 2026-01-26
on 2026-01-26 appraisal record 周海燕,欧阳娜,马俊,高洁,谢文博,赵刚,wang-fang-2,徐浩,胡伟,朱明,陈志强,黄涛,仇勇,杨帆,郭亮,宋佳,唐杰,何秀英 合格 --for 2025 --on 2026-01-23 --told 2026-01-26
on 2026-01-26 appraisal record 许诺 --for 2025 --on 2026-01-23 --conclusion 按期考察
on 2026-01-29 points award 孙磊 case-solved 3 --note 破获电信诈骗案 --link criminal-investigation --by 李敏
on 2026-01-30 points award 罗红梅 mediation 1.5 --note 调解邻里纠纷 --link mediation --by 李敏

# —— 二月 ——

month 02 研究春节安保 高洁:leave '' 郭亮:duty 走访慰问困难群众 孙磊:case,杨帆:duty
on 2026-02-24 meeting attend 2026-02-15 --made-up 孙磊:02-24
on 2026-02-25 meeting log lesson --time 16:00-17:00 --lecturer 赵刚 --topic 对党忠诚是公安队伍的生命线 --late 许诺
on 2026-02-26 points award 许诺 good-deed 1 --note 雪天救助走失老人 --link service --by 李敏

# —— 三月 ——

month 03 学习支部工作条例 '' 胡伟:case 宋佳:ill 学雷锋进社区 谢文博:training
on 2026-03-05 meeting log volunteer --present 许诺,罗红梅,高洁,宋佳,wang-fang-2,董立 --topic 社区便民服务 --link community
on 2026-03-18 meeting log lecture --time 15:00-16:30 --guest 市委党校刘教授 --topic 新时代党的建设 --absent 郭亮:duty
on 2026-03-20 meeting log general --time 15:00-16:20 --place 二楼会议室 --topic 审议支委会一季度工作 --absent 单建军:business \
    --decision 同意支委会一季度工作报告 --votes 24,0,0
on 2026-03-27 points award 单建军,吴斌 case-solved 4 --note 打掉盗窃团伙 --link criminal-investigation --by 李敏
on 2026-03-30 points deduct 郭亮 late-materials --note 党小组活动材料迟交 --by 郑国栋

# —— 四月 ——

month 04 研究反诈宣传 马俊:business 吴斌:duty '' 全民国家安全教育 朱明:case:追逃
on 2026-04-16 meeting log warning --time 15:00-16:00 --topic 观看警示教育片
on 2026-04-23 meeting log party-history --time 17:30-18:30 --topic 读《中国共产党简史》第一章 --absent 仇勇:family
on 2026-04-28 points award 杨帆 article 1 --note 分局简报采用信息一篇 --by 陈志强

# —— 五月：仇勇的一次缺席后来补课；一次重复登记作废 ——

month 05 研究五一安保 '' '' 唐杰:duty 反诈宣传进企业 ''
on 2026-05-06 meeting attend 2026-04-23-party-history --made-up 仇勇:05-06
on 2026-05-25 meeting log lesson --time 16:00-17:00 --lecturer 郑国栋 --topic 学习纪律处分条例 --absent 朱明:duty
on 2026-05-26 meeting log lesson --on 2026-05-25 --topic 学习纪律处分条例
on 2026-05-26 meeting remove 2026-05-25-lesson-2 --why 重复登记 --yes
# 有两个王芳，要写编号。
on 2026-05-28 points award wang-fang good-deed 2 --note 窗口服务收到锦旗 --link service --by 李敏

# —— 六月：许诺转为正式党员 ——

month 06 学习党章 欧阳娜:leave 单建军:ill '' 警营开放日 徐浩:duty
on 2026-06-18 meeting log general --time 15:00-16:30 --place 二楼会议室 --topic 讨论许诺同志转正 --topic 审议支委会二季度工作 \
    --decision 同意许诺同志按期转为中共正式党员 --decision-kind conversion --votes 25,0,0 --ballots 25,25 --evidence "$here/zhannan-sign-in.png"
on 2026-06-22 member standing 许诺 full --from 2026-06-20 --note 党员大会通过，上级批准
on 2026-06-26 meeting log speech --present 高洁,宋佳,朱明,许诺 --topic 我身边的榜样
on 2026-06-29 points award 赵刚 commended 5 --note 分局优秀党务工作者 --by 李敏
on 2026-06-30 points award 高洁 article 3 --note 登错了 --by 陈志强

# —— 七月：马俊调出，曾凡调入；支部新来一名群众递交了入党申请书 ——

on 2026-07-01 member leave 马俊 --reason 调分局工作，组织关系转出
on 2026-07-01 member add 曾凡 --standing full --from 2026-07-01 --group office
on 2026-07-02 member standing 袁媛 applicant --from 2026-07-02
on 2026-07-01 meeting log film --time 19:00-21:00 --topic 观看红色影片 --late 唐杰
month 07 半年工作小结 '' 朱明:case:外地抓捕 杨帆:family 重温入党誓词 罗红梅:leave
on 2026-07-03 points remove "$(on 2026-07-03 points list 高洁 --period 2026-06 --format json | sed -n 's/.*"id":"\([a-z0-9]*\)".*/\1/p')" \
    --why 文章未被采用 --yes
on 2026-07-30 points award 徐浩 rescue 3 --note 下河救人 --link emergency --by 李敏

# —— 八月 ——

month 08 研究夏季治安打击整治 谢文博:leave 吴斌:case 仇勇:duty 联合居委会议事 胡伟:case
on 2026-08-25 meeting log lesson --time 16:00-17:00 --lecturer 陈志强 --topic 以案促改 --absent 孙磊:case
on 2026-08-27 meeting log visit --time 08:30-11:30 --topic 参观烈士纪念馆 --absent 仇勇:duty,胡伟:case
on 2026-08-31 points award 孙磊,朱明 case-solved 5 --note 侦破命案积案 --link criminal-investigation --by 李敏

# —— 九月：郭亮调到综合组，谢文博调到治安组 ——

on 2026-09-01 member move 郭亮 综合 --from 2026-09-01
on 2026-09-01 member move 谢文博 治安 --from 2026-09-01
month 09 学习党员教育管理工作条例 '' 徐浩:duty '' 平安校园 高洁:training,宋佳:duty
on 2026-09-18 meeting log general --time 15:00-16:00 --place 二楼会议室 --topic 审议支委会三季度工作 --absent 朱明:training
on 2026-09-28 meeting log poetry --present 欧阳娜,高洁,谢文博 --topic 迎国庆诗歌诵读
on 2026-09-29 points deduct 吴斌 complaint 2 --note 接待群众态度生硬 --by 郑国栋

# —— 公示九月积分：一条异议，查明以后不更正，锁定 ——

on 2026-10-09 points post 2026-09 --until 2026-10-16 --by 李敏 > /dev/null
on 2026-10-12 points object 吴斌 --period 2026-09 --why 群众已经撤回投诉
objection=$(ZHIBU_TODAY=2026-10-14 zhibu -C "$dir" points objections --format csv | tail -n 1 | tr -d '\r' | sed 's/.*,//')
on 2026-10-14 points correct "$objection" --decline 投诉经核查属实，撤回不改变事实
on 2026-10-20 points close 2026-09

# —— 十月：一次登记得晚 ——

month 10 研究国庆安保复盘 wang-fang:ill 胡伟:leave 谢文博:case 红色基地学习 曾凡:leave
on 2026-10-26 meeting log volunteer --on 2026-10-17 --present 林晓东,曾凡,罗红梅,许诺 --topic 护学岗 --link community
on 2026-10-28 meeting attend 2026-10-10 --made-up wang-fang:10-20
on 2026-10-30 points award 林晓东 mediation 2 --note 化解信访积案 --link mediation --by 李敏

# —— 十一月：刑侦组的会后来补记了记录人和决议 ——

month 11 研究冬季打击行动 '' 孙磊:duty:出警 唐杰:training 冬季防火防盗宣传 ''
on 2026-11-16 meeting attend 2026-11-11 --made-up 孙磊:11-16
on 2026-11-16 meeting edit 2026-11-11 --topic 学习先进事迹 --chair 赵刚 --delegated-by 孙磊 --recorder 朱明
on 2026-11-16 meeting decide 2026-11-11 推荐吴斌同志参加分局先锋评选 --votes 8,0,0
on 2026-11-04 points post 2026-10 --by 李敏 > /dev/null
on 2026-11-18 points award wang-fang-2 commended 5 --note 破获系列盗窃案 --link criminal-investigation --by 李敏
on 2026-11-19 meeting log lesson --time 16:00-17:00 --lecturer 周海燕 --topic 践行群众路线 --absent 黄涛:duty,wang-fang-2:case
on 2026-11-20 meeting log general --time 15:00-16:10 --place 二楼会议室 --topic 审议支委会四季度工作 --absent 孙磊:case \
    --decision 同意支委会四季度工作报告 --votes 25,0,0
on 2026-11-21 exemplar confirm 罗红梅 --meeting 2026-11-20 --period 2026-10

# —— 学习学时：每月一次集体学习，两次集中培训，也有自学；一条登错的作废 ——

full=周海燕,李敏,林晓东,wang-fang,欧阳娜,高洁,谢文博,赵刚,郑国栋,孙磊,wang-fang-2,单建军,吴斌,徐浩,胡伟,朱明,陈志强,黄涛,仇勇,杨帆,郭亮,罗红梅,宋佳,唐杰,许诺
for month in 01 02 03 04 05 06 07 08 09 10 11; do
    on "2026-$month-19" study log "$full" 2.5 --title 月度集体学习 --by 李敏
done
on 2026-04-24 study log 赵刚,周海燕,李敏,陈志强,郑国栋 24 --kind 集中培训 --title 支部书记和委员培训班
on 2026-09-11 study log 高洁,宋佳,朱明,许诺 8 --kind training --title 青年党员培训 --note 分局组织
on 2026-10-14 study log 孙磊 3 --kind 自学 --title 刑事诉讼法
on 2026-10-20 study log 何秀英 1 --kind 网络学习
on 2026-10-21 study remove "$(on 2026-10-21 study list 何秀英 --format json | sed -n 's/.*"id":"\([a-z0-9]*\)".*/\1/p')" \
    --why 登错了人 --yes

# —— 问题整改：按期销号的、销号后又重新打开的、还在整改的、逾期的 ——

# issue 题目：一个问题的编号
issue() { on 2026-11-20 issue list -p 2026 --format json | sed -n "s/.*\"title\":\"$1\".*\"issue\":\"\([a-z0-9]*\)\".*/\1/p"; }
on 2026-03-20 issue open 缺席人员没有写原因 --owner 李敏 --deadline 2026-04-15 --where 分局党建检查 --kind 台账 --measure 逐次补齐，会后当天登记
on 2026-04-02 issue update "$(issue 缺席人员没有写原因)" --progress 一季度的已补齐 --by 李敏
on 2026-04-14 issue close "$(issue 缺席人员没有写原因)" --by 赵刚 --note 抽查六次，原因齐全
on 2026-01-22 issue open 接警后出警慢 --owner 黄涛 --deadline 2026-06-30 --where 组织生活会 --measure 调整备勤，五分钟内出警 --link emergency
on 2026-06-25 issue close "$(issue 接警后出警慢)" --by 赵刚 --note 六月平均四分半
on 2026-09-15 issue reopen "$(issue 接警后出警慢)" --why 九月又有三起超过五分钟
on 2026-09-15 issue update "$(issue 接警后出警慢)" --deadline 2026-12-31
on 2026-10-12 issue open 党小组会记录过于简单 --owner 孙磊 --deadline 2026-11-15 --where 支委会 --kind 台账 --measure 写明谁说了什么

# —— 党费：年初核定，每月 10 日交；吴斌出差，三个月的一起补交；仇勇十月、十一月的还没有交 ——

on 2026-01-05 dues set 赵刚,周海燕,陈志强,郑国栋,李敏 --base 8600 --from 2026-01 --by 李敏
on 2026-01-05 dues set 林晓东,wang-fang,何秀英,孙磊,单建军,黄涛,仇勇,罗红梅 --base 7400 --from 2026-01 --by 李敏
on 2026-01-05 dues set 欧阳娜,马俊,wang-fang-2,吴斌,徐浩,胡伟,杨帆,郭亮,唐杰 --base 6200 --from 2026-01 --by 李敏
on 2026-01-05 dues set 高洁,谢文博,朱明,宋佳,许诺 --base 5200 --from 2026-01 --by 李敏
on 2026-07-01 dues set 曾凡 --base 6200 --from 2026-07 --by 李敏
for month in 01 02 03 04 05 06 07 08 09 10 11; do
    payers=$full,何秀英
    case $month in 01 | 02 | 03 | 04 | 05 | 06) payers=$payers,马俊 ;; *) payers=$payers,曾凡 ;; esac
    case $month in 04 | 05) payers=${payers/吴斌,/} ;; 10 | 11) payers=${payers/仇勇,/} ;; esac
    case $month in
    06) on 2026-06-10 dues pay 吴斌 2026-04..2026-06 --by 李敏 --note 出差回来补交
        payers=${payers/吴斌,/} ;;
    esac
    on "2026-$month-10" dues pay "$payers" --by 李敏
done

# —— 效能考核：三季度的业务数据，人工登记 ——

on 2026-10-08 assessment record cases 3 --member 孙磊 --on 2026-09-30 --by 李敏
on 2026-10-08 assessment record cases 2 --member wang-fang-2 --on 2026-09-30 --by 李敏
on 2026-10-08 assessment record cases 6 --group 刑侦 --on 2026-09-30 --note 全组合办 --by 李敏

# —— 日常工作：每月通报，每季度上缴党费；二月的通报没有办，写明原因 ——

for month in 01 03 04 05 06 07 08 09 10; do
    on "2026-$month-26" meeting log bulletin --topic "2026 年 $month 月组织生活情况"
done
on 2026-11-22 meeting log bulletin --topic "2026 年 11 月组织生活情况"
for month in 03 06 09; do
    on "2026-$month-25" meeting log dues-remitted
done
on 2026-11-22 accept duty-missed "rules/duties.toml:$(grep -n 'id = "bulletin-monthly"' "$dir/rules/duties.toml" | cut -d: -f1)" \
    --about 2026-02 --why 春节安保，三月一并通报 --by 李敏

# —— 主题活动：支部自己的，写在规则里 ——

cat >> "$dir/rules/branch.toml" <<'RULES'

[[campaign]]
id = "san-chuang-san-zeng"
name = "三创三增"
from = 2026-03-01
until = 2026-12-31
source = "支部主题活动方案（示例）"
RULES
on 2026-04-10 meeting edit 2026-04-10 --campaign 三创三增
on 2026-09-14 study log 孙磊,朱明,吴斌 2 --title 三创三增岗位练兵 --campaign 三创三增 --by 李敏

# —— 谈心谈话：只记谁和谁、哪天、为什么；吴斌被投诉以后还没有谈，到十一月还有几对没有谈 ——

on 2026-06-05 talk log 赵刚 周海燕,李敏,陈志强,郑国栋 --place 所长办公室 --by 李敏
on 2026-06-08 talk log 周海燕 李敏,陈志强,郑国栋 --by 李敏
on 2026-06-09 talk log 李敏 陈志强,郑国栋 --by 李敏
on 2026-06-09 talk log 陈志强 郑国栋 --by 李敏
on 2026-07-09 talk log 周海燕 曾凡 --reason transfer --by 李敏
on 2026-07-10 talk log 陈志强 赵刚 --reason commended --by 李敏
on 2026-07-15 talk log 赵刚 孙磊,朱明,胡伟,仇勇 --by 李敏
on 2026-08-05 talk log 陈志强 黄涛,罗红梅,唐杰,杨帆 --by 李敏
on 2026-08-06 talk log 李敏 高洁,欧阳娜,wang-fang --by 李敏
on 2026-09-07 talk log 郑国栋 林晓东,单建军,徐浩 --by 李敏
on 2026-09-08 talk log 周海燕 何秀英,宋佳,许诺 --by 李敏
on 2026-09-10 talk log 陈志强 谢文博 --reason transfer --by 李敏
on 2026-09-11 talk log 李敏 郭亮 --reason transfer --by 李敏
on 2026-10-13 talk log 罗红梅 黄涛 --by 李敏
on 2026-10-14 talk log 欧阳娜 林晓东 --by 李敏

# —— 年度计划：写了会议种类的，登记了会议就算完成；半年总结迟了两天，走访慰问还没有办 ——

on 2026-01-09 plan add 每季度召开党员大会 2026 --each quarter --kind general --owner 赵刚 --by 李敏
on 2026-01-09 plan add 参观红色教育基地 2026Q3 --kind visit --owner 陈志强 --by 李敏
on 2026-01-09 plan add 报送半年总结 2026-07-10 --from 2026-06-20 --owner 李敏 --by 李敏
on 2026-01-09 plan add 走访慰问老党员 2026-12-20 --from 2026-10-01 --owner 周海燕 --by 李敏
on 2026-07-12 plan done 报送半年总结

# —— 上级的要求：要了什么，报了什么，用了几个小时；有一份还没有报 ——

on 2026-03-02 request log 党员名册 --from 分局政治处 --form 报表 --until 2026-03-06 --by 李敏
on 2026-03-05 request deliver 党员名册 --as 电子表格 --hours 1.5
on 2026-06-24 request log 半年党建工作总结 --from 分局政治处 --form 报告 --until 2026-07-10 --by 李敏
on 2026-07-12 request deliver 半年党建工作总结 --as 纸质件和电子件 --hours 6
on 2026-09-21 request log 主题党日照片 --from 街道党工委 --form 照片 --until 2026-09-25 --by 李敏
on 2026-09-24 request deliver 主题党日照片 --as 照片五张 --hours 0.5
on 2026-11-18 request log 年度发展党员计划 --from 分局政治处 --form 报表 --until 2026-12-05 --by 李敏

# —— 上报：九月的脱敏版给了谁，记在 exports.toml ——

out=$(mktemp -d)
on 2026-10-12 export --month 2026-09 --out "$out" --edition masked --to 分局政治处 --by 李敏 --note 季度检查
rm -r "$out"

# —— 发展党员：袁媛递交了入党申请书，一个月内的谈话还没有登记 ——

on 2026-07-02 member step 袁媛 application --on 2026-07-02
on 2026-11-22 accept step-overdue "members/yuan-yuan.toml:$(grep -n 'is = "application"' "$dir/members/yuan-yuan.toml" | cut -d: -f1)" \
    --about talk --why 本人在外培训，回所以后补谈 --until 2026-12-31 --by 李敏

# —— 决议的落实：十一月支委会定了两件事，一件迟了两天，一件还没有到期 ——

on 2026-11-06 meeting decide 11-06 调整夜间巡逻班次 --owner 孙磊 --until 11-15
on 2026-11-06 meeting decide 11-06 汇总冬季打击行动情况 --owner 李敏 --until 12-20
on 2026-11-17 task done 巡逻 --report 新班次已排定并公布

# —— 分场：十一月的党课，值班和办案的两个人两天后补开一场，都算出席 ——

on 2026-11-21 meeting sitting 11-19-lesson --on 11-21 --time 15:00-16:00 --place 三楼备勤室 --chair 赵刚 \
    --recorder wang-fang-2 --present wang-fang-2,赵刚 --late 黄涛

# —— 查找的问题：十月支委会上查出来的，十一月支委会上通报整改情况 ——

on 2026-10-12 issue update "$(issue 党小组会记录过于简单)" --meeting 10-06-committee

# —— 会前：明年三月的党小组会先计划好，王芳准备的材料已经有了 ——

on 2026-11-21 meeting plan group -g 综合 --on 2027-03-10 --time 15:00-16:00 --place 三楼备勤室 --chair 李敏 \
    --topic 一季度工作 --sitting 2027-03-12,09:00-10:00,值班室 --prepares wang-fang:一季度工作小结
on 2026-11-22 meeting prepared 2027-03-10 小结

# —— 来访检查：十月县局政治处来检查，要求整改两处，一处已经销号；十一月兄弟单位来观摩 ——

on 2026-10-20 visit log 县局政治处 --kind 检查 --host 赵刚 --looked-at 三会一课记录 --looked-at 党费台账 \
    --said 活动正常，个别会议没有写请假原因 --order 李敏:11-10:个别会议没有写请假原因 --order 周海燕:12-10:主题党日没有留存学习材料
on 2026-11-09 issue close "$(issue 个别会议没有写请假原因)" --by 赵刚 --note 已补全，以后当天登记
on 2026-11-18 visit log 站北派出所党支部 --kind 观摩 --host 李敏 --looked-at 积分公示栏
