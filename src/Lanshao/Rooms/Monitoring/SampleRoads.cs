namespace Lanshao.Rooms.Monitoring;

/// <summary>The names of the demonstration's roads: such as any northern town has, and no district's list.</summary>
internal static class SampleRoads
{
    private static readonly string[] Names =
        ["春和", "永济", "槐荫", "望舒", "清溪", "松涛", "安澜", "锦程", "梧桐", "同泽", "听雨", "朝晖", "柳湖", "石桥", "明德", "丰年", "远山", "长宁", "云霁", "白鹭", "紫藤", "银杏", "五福", "泰和", "观澜", "向阳", "芳草"];

    private static readonly string[] Kinds = ["大街", "路"];

    /// <summary>Returns the name of a road, from 0; each of the first fifty-four has another.</summary>
    public static string NameOf(int road) => Names[road % Names.Length] + Kinds[road / Names.Length % Kinds.Length];
}
