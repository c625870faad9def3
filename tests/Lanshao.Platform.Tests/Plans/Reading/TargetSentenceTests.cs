using Xunit;

namespace Lanshao.Platform.Tests.Plans.Reading;

/// <summary>Targets out of sentences of our own: other wordings, places and years than the reference plan's.</summary>
public class TargetSentenceTests
{
    [Theory]
    [InlineData("全区PM2.5年均浓度控制在32微克/立方米以内，优良天数比率达到百分之七十五以上。", "PM2.5年均浓度 <= 32 µg/m³；优良天数比率 >= 75 %")]
    [InlineData("细颗粒物（PM2.5）年均浓度不高于33µg/m³，力争达到30µg/m³。", "PM2.5年均浓度 <= 33 µg/m³；PM2.5年均浓度 <= 30 µg/m³ Aim")]
    [InlineData("力争PM2.5年均浓度降至31微克/立方米左右。", "PM2.5年均浓度 ≈<= 31 µg/m³ Aim")]
    [InlineData("PM2.5年均浓度控制在30—32微克/立方米。", "PM2.5年均浓度 >= 30 µg/m³；PM2.5年均浓度 <= 32 µg/m³")]
    [InlineData("空气质量优良天数比例不低于75%（274天），重污染天数控制在3天以内。", "空气质量优良天数比例 >= 75 % = 274天；重污染天数 <= 3 天")]
    [InlineData("各街道（地区）降尘量不超过4.5吨/平方公里·月（扣除沙尘影响），道路尘负荷控制在0.4克/平方米以下。", "降尘量 <= 4.5 t/(km²·月) [各街道（地区）] if 扣除沙尘影响；道路尘负荷 <= 0.4 g/m²")]
    [InlineData("全区降尘量以5吨/平方公里·月左右为控制线。", "降尘量 ≈<= 5 t/(km²·月) Approx")]
    [InlineData("全区再生水利用率超过60%。", "再生水利用率 >= 60 % strict")]
    [InlineData("用水总量控制在1.2亿立方米以内，万元地区生产总值用水量较2020年下降10%以上。", "用水总量 <= 1.2 亿立方米；万元地区生产总值用水量降幅 >= 10 % base 2020")]
    [InlineData("单位GDP二氧化碳排放较上年下降4%左右。", "单位GDP二氧化碳排放降幅 ≈ 4 % Approx base 2024")]
    [InlineData("餐饮油烟投诉量同比下降20%。", "餐饮油烟投诉量同比降幅 >= 20 % base 2024")]
    [InlineData("新能源公交车占比由58%提高到65%。", "新能源公交车占比 >= 65 %")]
    [InlineData("新能源车占比提高2个百分点以上。", "新能源车占比增幅 >= 2 百分点")]
    [InlineData("受污染耕地安全利用率保持100%。", "受污染耕地安全利用率 >= 100 %")]
    [InlineData("区域环境噪声平均值不高于53分贝。", "区域环境噪声平均值 <= 53 分贝")]
    [InlineData("道路尘负荷在0.3—0.5克/平方米之间，力争优于0.4克/平方米。", "道路尘负荷 >= 0.3 g/m²；道路尘负荷 <= 0.5 g/m²；道路尘负荷 <= 0.4 g/m² Aim")]
    [InlineData("到2025年底，全区降尘量不高于5吨/平方公里·月。", "降尘量 <= 5 t/(km²·月)")]
    [InlineData("投诉办结率、满意率均不低于90%。", "投诉办结率 >= 90 %；投诉满意率 >= 90 %")]
    [InlineData("PM10、TSP年均浓度分别不高于60微克/立方米、110微克/立方米。", "PM10年均浓度 <= 60 µg/m³；TSP年均浓度 <= 110 µg/m³")]
    [InlineData("油烟净化设施安装使用率达到100%、达标排放率达到95%以上。", "油烟净化设施安装使用率 >= 100 %；达标排放率 >= 95 %")]
    [InlineData("重点企业在线监控联网率不低于95%。", "重点企业在线监控联网率 >= 95 %")]
    [InlineData("平均服务半径小于0.9公里。", "平均服务半径 <= 0.9 公里 strict")]
    [InlineData("再生水用量达到300万立方米/年。", "再生水用量 >= 300 万立方米/年")]
    [InlineData("生活垃圾回收利用率达到三成八。", "生活垃圾回收利用率 >= 38 %")]
    [InlineData("3—5月，降尘量控制在6吨/平方公里·月以内。", "降尘量 <= 6 t/(km²·月) by 05-31")]
    public void Read_FigureHeldAgainstAnIndicator_IsATarget(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("甲区2025年污染防治工作计划")]
    [InlineData("演示甲区2025年污染防治工作计划（样例）")]
    public void Read_TargetWithoutAPlace_IsTheDistrictOfTheTitle(string title)
    {
        var plan = SmallPlan.Titled(title, SmallPlan.Table(["序号", "工作措施", "完成时限", "牵头部门"], ["1", "全年检查不少于50家次。", "年底前", "区生态环境局"]));

        Assert.Equal(["甲区"], Assert.Single(plan.Targets).Scope);
    }

    [Theory]
    [InlineData("各街道PM2.5年均浓度目标为：北门、东桥街道34微克/立方米，南苑、和顺里街道33微克/立方米。",
        "PM2.5年均浓度 <= 34 µg/m³ [北门街道]；PM2.5年均浓度 <= 34 µg/m³ [东桥街道]；PM2.5年均浓度 <= 33 µg/m³ [南苑街道]；PM2.5年均浓度 <= 33 µg/m³ [和顺里街道]")]
    [InlineData("街道PM2.5年均浓度控制目标：北门、东桥街道为35微克/立方米，其余街道为34微克/立方米。",
        "PM2.5年均浓度 <= 35 µg/m³ [北门街道]；PM2.5年均浓度 <= 35 µg/m³ [东桥街道]；PM2.5年均浓度 <= 34 µg/m³ [其余街道]")]
    [InlineData("北门街道PM2.5年均浓度不高于35微克/立方米，东桥街道不高于34微克/立方米。", "PM2.5年均浓度 <= 35 µg/m³ [北门街道]；PM2.5年均浓度 <= 34 µg/m³ [东桥街道]")]
    [InlineData("北门、东桥街道PM2.5年均浓度分别为34、33微克/立方米。", "PM2.5年均浓度 <= 34 µg/m³ [北门街道]；PM2.5年均浓度 <= 33 µg/m³ [东桥街道]")]
    [InlineData("和顺里街道降尘量控制在5吨/平方公里·月左右。", "降尘量 ≈<= 5 t/(km²·月) [和顺里街道] Approx")]
    [InlineData("各街道TSP年均浓度同比下降5%以上，退出全市后30名。", "TSP年均浓度同比降幅 >= 5 % [各街道] base 2024；TSP年均浓度全市排名 NotInBottom 30 名 [各街道]")]
    [InlineData("PM2.5年均浓度目标：北门、东桥街道为30微克/立方米，其他街道（地区）为32微克/立方米。", "PM2.5年均浓度 <= 30 µg/m³ [北门街道]；PM2.5年均浓度 <= 30 µg/m³ [东桥街道]；PM2.5年均浓度 <= 32 µg/m³ [其他街道（地区）]")]
    [InlineData("各街道TSP浓度排名不进入全市后20名。", "TSP浓度全市排名 NotInBottom 20 名 [各街道]")]
    [InlineData("各街道TSP浓度排名退出全市后十名。", "TSP浓度全市排名 NotInBottom 10 名 [各街道]")]
    [InlineData("PM2.5年均浓度排名退出后十。", "PM2.5年均浓度排名 NotInBottom 10 名")]
    [InlineData("PM2.5年均浓度排名进入全市前10名。", "PM2.5年均浓度全市排名 <= 10 名")]
    [InlineData("力争PM2.5年均浓度在全市排名进入前五。", "PM2.5年均浓度全市排名 <= 5 名 Aim")]
    [InlineData("PM2.5年均浓度排名全市前5位。", "PM2.5年均浓度全市排名 <= 5 名")]
    [InlineData("各街道降尘量排名保持在全市前三名以内。", "降尘量全市排名 <= 3 名 [各街道]")]
    [InlineData("PM2.5年均浓度不高于33微克/立方米，排名位居全市前8名。", "PM2.5年均浓度 <= 33 µg/m³；PM2.5年均浓度全市排名 <= 8 名")]
    public void Read_ListedPlaces_OneTargetEach(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("全年检查重型柴油车不少于3万辆次，其中夜间检查占比不低于50%。", "检查重型柴油车量 >= 30000 辆次；夜间检查占比 >= 50 %")]
    [InlineData("在主要道口开展人工检查，全年检查2.9万辆次以上。", "人工检查量 >= 29000 辆次")]
    [InlineData("新增绿地12公顷，建设口袋公园5处、小微绿地8处。", "新增绿地面积 >= 12 公顷；建设口袋公园数 >= 5 处；建设小微绿地数 >= 8 处")]
    [InlineData("完成50家餐饮企业油烟净化设施升级改造。", "餐饮企业油烟净化设施升级改造数 >= 50 家")]
    [InlineData("新增屋顶光伏项目不少于5个。", "新增屋顶光伏项目数 >= 5 个")]
    [InlineData("淘汰老旧营运柴油货车300辆以上。", "淘汰老旧营运柴油货车数 >= 300 辆")]
    [InlineData("一是治理工地50个，二是整治道路2条。", "治理工地数 >= 50 个；整治道路数 >= 2 条")]
    [InlineData("做好三项工作：①治理工地50个；②整治道路2条。", "治理工地数 >= 50 个；整治道路数 >= 2 条")]
    [InlineData("路检路查柴油车1.2万辆次以上。", "路检路查柴油车量 >= 12000 辆次")]
    [InlineData("约谈企业不少于10家，培训企业负责人300人次。", "约谈企业数 >= 10 家；培训企业负责人量 >= 300 人次")]
    [InlineData("完成氮氧化物重点工程减排120吨以上、挥发性有机物80吨以上。", "NOx重点工程减排量 >= 120 吨；VOCs重点工程减排量 >= 80 吨")]
    [InlineData("60%以上的加油站完成三次油气回收改造。", "加油站三次油气回收改造比例 >= 60 %")]
    [InlineData("减排氮氧化物120吨、挥发性有机物80吨。", "NOx减排量 >= 120 吨；VOCs减排量 >= 80 吨")]
    [InlineData("氮氧化物、挥发性有机物重点工程减排量分别不低于120吨、80吨。", "NOx重点工程减排量 >= 120 吨；VOCs重点工程减排量 >= 80 吨")]
    [InlineData("对4家重点企业开展“一厂一策”跟踪评估。", "“一厂一策”跟踪评估企业数 >= 4 家")]
    [InlineData("完成10公里管网改造和3座泵站建设。", "管网改造长度 >= 10 公里；泵站建设数 >= 3 座")]
    [InlineData("治理裸露地面2万平方米，揭网见绿1.2万平方米。", "治理裸露地面面积 >= 2 万平方米；揭网见绿面积 >= 1.2 万平方米")]
    [InlineData("围绕低碳日开展进社区活动，全年不少于12场。", "进社区活动数 >= 12 场")]
    [InlineData("80%以上的社区建成垃圾分类示范社区。", "社区垃圾分类示范社区比例 >= 80 %")]
    public void Read_ThingsToBeDoneInANumber_AreTargets(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("每季度至少开展2次联合检查。", "联合检查频次 >= 2 次/季度")]
    [InlineData("加油站油品抽检每季度不少于1次。", "加油站油品抽检频次 >= 1 次/季度")]
    [InlineData("对反映集中的点位开展夜间联合检查，每月不少于2次。", "夜间联合检查频次 >= 2 次/月")]
    [InlineData("关停地块名单每半年更新一次。", "关停地块名单更新频次 >= 1 次/半年")]
    [InlineData("各街道每月组织不少于2次夜间巡查。", "夜间巡查频次 >= 2 次/月 [各街道]")]
    [InlineData("每季度对餐饮企业检查1次。", "餐饮企业检查频次 >= 1 次/季度")]
    [InlineData("每月对各街道排名。", "排名频次 >= 1 次/月 [各街道]")]
    [InlineData("每半年开展一次应急演练，全年至少2次。", "应急演练频次 >= 1 次/半年；应急演练次数 >= 2 次")]
    [InlineData("每周通报工地扬尘问题。", "通报工地扬尘问题频次 >= 1 次/周")]
    [InlineData("3月、9月各组织一次应急演练。", "应急演练次数 >= 2 次 by 09-30")]
    public void Read_DutiesThatComeBack_AreTargets(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("全面消除黑臭水体，劣Ⅴ类断面动态清零。", "黑臭水体数 = 0 条；劣Ⅴ类水体数 = 0 个")]
    [InlineData("劣Ⅴ类水体全面消除。", "劣Ⅴ类水体数 = 0 个")]
    [InlineData("国三柴油货车全部淘汰。", "淘汰率 = 100 % [国三柴油货车]")]
    [InlineData("国三柴油货车基本淘汰。", "淘汰率 ≈ 100 % [国三柴油货车] Mostly")]
    [InlineData("燃气锅炉低氮改造全部完成。", "燃气锅炉低氮改造完成率 = 100 %")]
    [InlineData("公交车100%新能源化。", "新能源化率 = 100 % [公交车]")]
    [InlineData("涉气项目实行氮氧化物等量替代。", "涉气项目NOx削减替代倍数 >= 1 倍 [涉气项目]")]
    [InlineData("万元GDP水耗下降率达到市级要求。", "万元GDP水耗下降率 >= ? %")]
    [InlineData("确保散煤基本清零。", "散煤存量 ≈ 0 Mostly")]
    [InlineData("加油站油气回收在线监控实现全覆盖。", "加油站油气回收在线监控覆盖率 = 100 %")]
    [InlineData("汽修企业全部完成喷漆房治理改造。", "喷漆房治理改造完成率 = 100 % [汽修企业]")]
    [InlineData("新建项目实施挥发性有机物2倍削减量替代。", "项目VOCs削减替代倍数 >= 2 倍 [新建项目]")]
    [InlineData("新增和更新的环卫车全部为新能源车，公务用车力争全部为新能源车。", "新增更新车辆新能源比例 = 100 % [环卫车]；新增更新车辆新能源比例 ≈ 100 % [公务用车] Aim")]
    [InlineData("公务用车新增和更新全部为新能源汽车。", "新增更新车辆新能源比例 = 100 % [公务用车]")]
    [InlineData("地下水水质保持稳定。", "地下水水质 NoWorse ?")]
    [InlineData("装配式建筑占新建建筑的比例达到市级要求。", "装配式建筑占新建建筑的比例 >= ? %")]
    public void Read_ImpliedFigures_AreTargets(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("国控断面水质达到Ⅲ类，其他断面不低于Ⅳ类。", "断面水质类别 class<= Ⅲ 类 [国控断面]；断面水质类别 class<= Ⅳ 类 [其他断面]")]
    [InlineData("东河大桥、西河闸断面水质达到或优于III类标准。", "断面水质类别 class<= Ⅲ 类 [东河大桥断面]；断面水质类别 class<= Ⅲ 类 [西河闸断面]")]
    [InlineData("国考断面全部达到Ⅳ类及以上。", "断面水质类别 class<= Ⅳ 类 [国考断面]")]
    [InlineData("甲河、乙河断面分别达到Ⅲ类、Ⅳ类水质。", "断面水质类别 class<= Ⅲ 类 [甲河断面]；断面水质类别 class<= Ⅳ 类 [乙河断面]")]
    [InlineData("北湖水质稳定保持Ⅳ类。", "湖水水质类别 class<= Ⅳ 类 [北湖]")]
    [InlineData("地表水优良断面比例达到80%，无劣Ⅴ类断面。", "地表水优良断面比例 >= 80 %；劣Ⅴ类水体数 = 0 个")]
    public void Read_WaterClasses_AreTargets(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("6月底前完成清单编制，9月底前完成整改。", "清单编制 Done ? by 06-30；整改 Done ? by 09-30")]
    [InlineData("4月底前修订应急预案。", "应急预案 Done ? 件 by 04-30")]
    [InlineData("8月底前，印发重污染天气应急预案。", "重污染天气应急预案印发 Done ? 件 by 08-31")]
    [InlineData("6月底前完成雨水管涵清掏100公里、雨水箅子清掏8000个。", "雨水管涵清掏长度 >= 100 公里 by 06-30；雨水箅子清掏数 >= 8000 个 by 06-30")]
    public void Read_DatesInTheText_AreTheDueDays(string sentence, string targets) => AssertTargets(sentence, targets);

    [Theory]
    [InlineData("落实“十四五”规划，完成第三轮督察整改，执行国六标准。")]
    [InlineData("禁止使用不符合国三标准的机械，3.5吨以上货车限行。")]
    [InlineData("规模在5000平方米以上的工地安装监测设备。")]
    [InlineData("大于100平方米的餐饮单位安装净化设施。")]
    [InlineData("截至2024年，已建成充电桩3000个。")]
    [InlineData("2024年PM2.5年均浓度为30.5微克/立方米。")]
    [InlineData("做好《2018—2035年规划》实施，落实六项措施，开展四查。")]
    [InlineData("建立一个机制，形成一批成果。")]
    [InlineData("深化三年行动计划，完成百万亩造林任务。")]
    [InlineData("按照市级时限完成任务，确保水质持续改善。")]
    [InlineData("加强夜间2时至5时巡查。")]
    [InlineData("一是加强领导，二是压实责任。")]
    [InlineData("在前三季度完成排查，排名靠前三年为限。")]
    [InlineData("按照排名前后安排检查，全市通报前三。")]
    [InlineData("不使用不符合国家Ⅲ类限值的机械。")]
    [InlineData("新增和更新的物流车基本为纯电动车，优先选用氢燃料电池车。")]
    [InlineData("配合市级部门推动新增和更新的公交车为纯电动车。")]
    [InlineData("加强巡查，确保排查无死角、无盲区，应罚尽罚。")]
    public void Read_NumbersThatAreNoTargets_AreLeftAlone(string sentence) => AssertTargets(sentence, "");

    [Fact]
    public void Read_ADocumentDueBeforeTheYearEnds_IsADeliverable() =>
        Assert.Equal("甲区碳减排方案 Done ? 件 by 06-30", SmallPlan.Targets(SmallPlan.Of("研究减排路径，制定甲区碳减排方案。", "6月底前")));

    [Fact]
    public void Read_ADocumentDueByTheYearsEnd_IsAMeasureAndNoTarget() => Assert.Equal("", SmallPlan.Targets(SmallPlan.Of("研究减排路径，制定甲区碳减排方案。")));

    [Fact]
    public void Read_LongTermRow_TheTargetHasNoDay() => Assert.Null(SmallPlan.Of("抽检覆盖率达到10%。", "长期实施").Targets[0].Due);

    [Fact]
    public void Read_RateOfAnAction_IsNamedByWhatItIsDoneTo() =>
        Assert.Equal("政府投资工程涂料胶粘剂抽检覆盖率 >= 12 % [政府投资的工程]", SmallPlan.Targets(SmallPlan.Of("对政府投资的工程中使用的涂料、胶粘剂等产品开展抽检，抽检覆盖率达到12%。")));

    private static void AssertTargets(string sentence, string targets) => Assert.Equal(targets, SmallPlan.Targets(SmallPlan.Of(sentence)));
}
